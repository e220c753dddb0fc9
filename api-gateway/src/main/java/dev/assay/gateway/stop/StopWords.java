package dev.assay.gateway.stop;

import dev.assay.contracts.event.StopDecision;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.StopRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words a rule's question and its answers.
 *
 * @param rule of the run
 * @param lowerIsBetter of its metric
 */
public record StopWords(RunDefinition run, StopRule rule, boolean lowerIsBetter) {

    private static final MathContext SHOWN = new MathContext(12);

    public static StopWords of(RunDefinition run, StopRule rule) {
        boolean lower = run.benchmark().metrics().stream()
                .filter(metric -> metric.label().equals(rule.metric()))
                .findFirst()
                .flatMap(AskedMetric::of)
                .filter(AskedMetric::lowerIsBetter)
                .isPresent();
        return new StopWords(run, rule, lower);
    }

    /** Such as {@code Is exact_match above 0.8?}. */
    public String question() {
        return switch (rule.goal()) {
            case ABOVE -> "Is " + quantity() + " above " + value() + "?";
            case BELOW -> "Is " + quantity() + " below " + value() + "?";
            case NARROWER -> "What is " + quantity() + ", to an interval no wider than " + value() + "?";
            case BETTER ->
                "Which is better by " + rule.metric() + ", " + rule.models().get(0) + " or "
                        + rule.models().get(1) + "?";
            case RANKED -> "Which of any two models is better by " + rule.metric() + "?";
            case UNKNOWN -> "A question of a newer version.";
        };
    }

    private String quantity() {
        return rule.models().isEmpty()
                ? rule.metric()
                : "the difference of " + rule.metric() + ", " + minus(rule.models());
    }

    /** Such as {@code sim-large is better than sim-small}. */
    public String answer(StopDecision decision) {
        return switch (decision.verdict()) {
            case ABOVE -> sided(decision.models(), true);
            case BELOW -> sided(decision.models(), false);
            case CLOSE -> close(decision.models());
            case NARROW -> subject(decision.models()) + " is known to " + value();
            case OPEN ->
                subject(decision.models()) + ": not decided, "
                        + (decision.items() < run.items()
                                ? "only " + decision.items() + " of " + run.items() + " items are there"
                                : "all items asked");
            case UNKNOWN -> subject(decision.models()) + ": an answer of a newer version";
        };
    }

    private String sided(List<ModelId> models, boolean above) {
        if (rule.goal() == StopRule.Goal.BETTER || rule.goal() == StopRule.Goal.RANKED) {
            boolean first = above != lowerIsBetter;
            return models.get(first ? 0 : 1) + " is better than " + models.get(first ? 1 : 0);
        }
        boolean yes = above == (rule.goal() == StopRule.Goal.ABOVE);
        return (yes ? "yes: " : "no: ") + subject(models) + " is " + (above ? "above " : "below ") + value();
    }

    private String close(List<ModelId> models) {
        String distance = plain(rule.futility());
        return rule.value() == null
                ? subject(models) + " is less than " + distance + " either way"
                : subject(models) + " is less than " + distance + " from " + value();
    }

    private static String subject(List<ModelId> models) {
        return models.size() == 1 ? models.getFirst().value() : minus(models);
    }

    private static String minus(List<ModelId> models) {
        return models.get(0) + " minus " + models.get(1);
    }

    private String value() {
        return plain(rule.value());
    }

    static String plain(@Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    /** Names the intervals: they hold at all times, and for all questions of the run together. */
    public String interval() {
        BigDecimal percent = BigDecimal.valueOf(rule.confidence()).movePointRight(2);
        return "anytime-" + percent.stripTrailingZeros().toPlainString();
    }
}
