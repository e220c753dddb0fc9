package dev.assay.scorer.outcome;

import dev.assay.contracts.event.StopDecision;
import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SeededOrder;
import dev.assay.contracts.run.StopRule;
import dev.assay.scorer.scoring.ScoringPlan;
import dev.assay.scoring.aggregate.MetricColumn;
import dev.assay.scoring.aggregate.MetricScore;
import dev.assay.scoring.aggregate.OutcomeKind;
import dev.assay.scoring.sequential.Finding;
import dev.assay.scoring.sequential.Matter;
import dev.assay.scoring.sequential.Question;
import dev.assay.scoring.sequential.Sequential;
import dev.assay.scoring.sequential.Stopping;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The stop rule of a run at work: outcomes come in, and answers come out. Not thread-safe. */
final class RunQuestions {

    private final RunDefinition run;
    private final StopRule rule;
    private final SeededOrder order;
    private final Stopping stopping;
    private int told;

    private RunQuestions(RunDefinition run, StopRule rule, Stopping stopping) {
        this.run = run;
        this.rule = rule;
        this.order = new SeededOrder(run.seed(), run.benchmark().dataset().items());
        this.stopping = stopping;
    }

    /** The questions of a run that asks some, of a metric whose mean can be bet on. */
    static Optional<RunQuestions> of(RunDefinition run, ScoringPlan plan) {
        StopRule rule = run.stop();
        if (rule == null) {
            return Optional.empty();
        }
        return plan.columns().stream()
                .filter(column -> column.label().equals(rule.metric()) && column.isBoundedMean())
                .findFirst()
                .map(column -> new RunQuestions(run, rule, stopping(run, rule, column)));
    }

    private static Stopping stopping(RunDefinition run, StopRule rule, MetricColumn column) {
        double minimum = column.minimum();
        double maximum = column.maximum();
        Sequential.Terms terms = new Sequential.Terms(
                1 - rule.confidence(),
                rule.about() == StopRule.About.BENCHMARK
                        ? run.benchmark().dataset().items()
                        : 0,
                rule.atLeast(),
                rule.futility() == null ? OptionalDouble.empty() : OptionalDouble.of(rule.futility()));
        return new Stopping(
                matters(run, rule, minimum, maximum), run.models().size(), run.repeats(), minimum, maximum, terms);
    }

    private static List<Matter> matters(RunDefinition run, StopRule rule, double minimum, double maximum) {
        List<Integer> all = IntStream.range(0, run.models().size()).boxed().toList();
        List<Integer> named = rule.models().stream()
                .map(id -> run.models().stream().map(ModelUse::id).toList().indexOf(id))
                .toList();
        double range = maximum - minimum;
        Question better = new Question.WhichIsBetter(range);
        return switch (rule.goal()) {
            case BETTER -> List.of(new Matter(named, better));
            case RANKED -> pairs(all, better);
            case ABOVE, BELOW, NARROWER ->
                named.isEmpty()
                        ? all.stream()
                                .map(model -> new Matter(List.of(model), measured(rule, minimum, maximum)))
                                .toList()
                        : List.of(new Matter(named, measured(rule, -range, range)));
            case UNKNOWN -> List.of();
        };
    }

    private static List<Matter> pairs(List<Integer> models, Question better) {
        List<Matter> pairs = new ArrayList<>();
        for (int first : models) {
            for (int second : models.subList(first + 1, models.size())) {
                pairs.add(new Matter(List.of(first, second), better));
            }
        }
        return pairs;
    }

    private static Question measured(StopRule rule, double minimum, double maximum) {
        double value = Optional.ofNullable(rule.value()).orElseThrow();
        return rule.goal() == StopRule.Goal.NARROWER
                ? new Question.Narrower(value, minimum, maximum)
                : new Question.AboveThreshold(value, minimum, maximum);
    }

    StopRule rule() {
        return rule;
    }

    void take(StoredOutcome outcome) {
        int model = outcome.task().model();
        int place = order.positionOf(outcome.task().item());
        int repeat = outcome.task().repeat();
        @Nullable MetricScore score = outcome.row().scores().get(rule.metric());
        if (score != null) {
            var unused = stopping.scored(model, place, repeat, score.value());
        } else {
            boolean answered = outcome.kind() == OutcomeKind.ANSWERED || outcome.kind() == OutcomeKind.REFUSED;
            var unused = stopping.unscored(model, place, repeat, answered);
        }
    }

    /** The answers, if there is one that was not asked for before. */
    Optional<RunDecisions> news() {
        List<Finding> answers = stopping.answers();
        if (answers.size() == told) {
            return Optional.empty();
        }
        told = answers.size();
        return Optional.of(decisions(answers));
    }

    /** How all questions stand when no more outcomes will come. */
    RunDecisions inTheEnd() {
        return decisions(stopping.standing());
    }

    private RunDecisions decisions(List<Finding> findings) {
        return new RunDecisions(
                findings.stream().map(this::decision).toList(),
                stopping.stopped().stream()
                        .map(end ->
                                new StoppedModel(run.models().get(end.model()).id(), end.items(), end.unanswered()))
                        .toList());
    }

    private StopDecision decision(Finding finding) {
        Interval interval = finding.interval();
        return new StopDecision(
                finding.matter().models().stream()
                        .map(model -> run.models().get(model).id())
                        .toList(),
                verdict(finding.answer()),
                finding.items(),
                finding.missing(),
                finding.estimate().isPresent() ? finding.estimate().getAsDouble() : null,
                interval.low(),
                interval.high());
    }

    private static StopDecision.Verdict verdict(Sequential.Answer answer) {
        return switch (answer) {
            case HIGHER -> StopDecision.Verdict.ABOVE;
            case LOWER -> StopDecision.Verdict.BELOW;
            case CLOSE -> StopDecision.Verdict.CLOSE;
            case NARROW -> StopDecision.Verdict.NARROW;
            case OPEN, EXHAUSTED -> StopDecision.Verdict.OPEN;
        };
    }
}
