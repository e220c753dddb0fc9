package dev.assay.gateway.judging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.agreement.Agreement;
import dev.assay.scoring.agreement.KrippendorffAlpha;
import dev.assay.scoring.agreement.TwoRaters;
import dev.assay.scoring.arena.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What people said of an item's answers, beside what a judge says. A field of the dataset holds, for grades, a number for
 * all models or a mapping from model to number; for pairs a list of {@code {model_a, model_b, winner}}, where the winner is
 * {@code model_a}, {@code model_b} or {@code tie}, as in MT-bench. What has another form counts as nothing said.
 */
final class HumanVoice {

    private final List<Double> judged = new ArrayList<>();
    private final List<Double> said = new ArrayList<>();
    private final boolean grades;

    /** @param grades whether single answers are graded, else pairs are compared */
    HumanVoice(boolean grades) {
        this.grades = grades;
    }

    /** People's grade of a model's answer. */
    static OptionalDouble grade(@Nullable JsonNode field, String model) {
        JsonNode grade = field != null && field.isObject() ? field.get(model) : field;
        return grade != null && grade.isNumber() ? OptionalDouble.of(grade.doubleValue()) : OptionalDouble.empty();
    }

    /** People's vote on two models' answers: their majority, a tie if there is none; empty if nobody voted. */
    static Optional<Outcome> vote(@Nullable JsonNode field, String a, String b) {
        int votes = 0;
        int lead = 0;
        for (JsonNode vote : field != null && field.isArray() ? field : List.<JsonNode>of()) {
            String first = vote.path("model_a").asText("");
            String second = vote.path("model_b").asText("");
            boolean same = first.equals(a) && second.equals(b);
            if (same || (first.equals(b) && second.equals(a))) {
                int forFirst = switch (vote.path("winner").asText("")) {
                    case "model_a" -> 1;
                    case "model_b" -> -1;
                    default -> 0;
                };
                votes++;
                lead += same ? forFirst : -forFirst;
            }
        }
        if (votes == 0) {
            return Optional.empty();
        }
        return Optional.of(lead > 0 ? Outcome.A_WINS : lead < 0 ? Outcome.B_WINS : Outcome.TIE);
    }

    /** Adds what both say of one thing. */
    void add(double judge, double people) {
        judged.add(judge);
        said.add(people);
    }

    JudgeReport.Agreement agreement(String field) {
        TwoRaters<Double> raters = new TwoRaters<>(judged, said);
        double[][] rows = {
            judged.stream().mapToDouble(Double::doubleValue).toArray(),
            said.stream().mapToDouble(Double::doubleValue).toArray()
        };
        KrippendorffAlpha.Level level = grades ? KrippendorffAlpha.Level.INTERVAL : KrippendorffAlpha.Level.NOMINAL;
        return new JudgeReport.Agreement(
                field,
                judged.size(),
                value(raters.percent()),
                value(raters.cohen(TwoRaters.Weights.NONE)),
                grades ? value(raters.cohen(TwoRaters.Weights.QUADRATIC)) : null,
                value(KrippendorffAlpha.of(rows, level)));
    }

    private static @Nullable Double value(Agreement agreement) {
        return switch (agreement) {
            case Agreement.Value found -> found.value();
            case Agreement.Undefined none -> null;
        };
    }
}
