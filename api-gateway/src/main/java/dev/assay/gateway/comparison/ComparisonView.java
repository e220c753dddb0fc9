package dev.assay.gateway.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.run.RunState;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a comparison found. */
@Schema(name = "Comparison")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparisonView(
        String metric,

        @Schema(description = "All scores that the sides have in common.")
        List<String> metrics,

        @Schema(description = "Whether a smaller value is the better one.")
        boolean lowerIsBetter,

        @Schema(description = "Of intervals and verdicts.", examples = "0.95")
        double confidence,

        @Schema(enumeration = {"holm", "bh"}) String correction,

        @Schema(description = "The baseline first.") List<SideView> sides,

        List<PairView> pairs,

        @Schema(description = "What it costs to choose among the sides; absent unless folds were asked for.") @Nullable
        SelectionView selection,

        @Schema(
                description =
                        "What one has to know to read the figures: missing answers, other data, other definitions.")
        List<String> notes) {

    ComparisonView {
        metrics = List.copyOf(metrics);
        sides = List.copyOf(sides);
        pairs = List.copyOf(pairs);
        notes = List.copyOf(notes);
    }

    /** One model of one run by itself. */
    @Schema(name = "ComparedSide")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SideView(
            @Schema(description = "RUN:MODEL", examples = "01jd3x5m8q2v7c9e4k6n0p1r2s:sim-large")
            String side,

            String run,
            String runName,
            String model,
            RunState state,
            String benchmark,
            ContentHash dataset,

            @Schema(description = "Items that the run planned.")
            int items,

            @Schema(description = "Items with a score.") int scored,

            @Schema(description = "Samples with a score, of all that were planned.")
            double coverage,

            @Schema(description = "Over the items with a score, each item's repeats folded first.") @Nullable
            Double value,

            @Nullable Double low,
            @Nullable Double high) {}

    /** Which items two sides share. */
    @Schema(name = "SharedItems")
    record SharedView(
            @Schema(description = "Items that both have a score of: all figures rest on these.")
            int items,

            @Schema(description = "Items that only the candidate's run planned.")
            int onlyCandidate,

            @Schema(description = "Items that only the baseline's run planned.")
            int onlyBaseline,

            @Schema(description = "Items of both runs that the candidate has no score of.")
            int unscoredCandidate,

            @Schema(description = "Items of both runs that the baseline has no score of.")
            int unscoredBaseline) {}

    /** A side compared with another. */
    @Schema(name = "ComparedPair")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PairView(
            String candidate,
            String baseline,
            SharedView shared,

            @Schema(description = "Absent if too few items are shared; reason says so.") @Nullable
            DifferenceView difference,

            @Nullable String reason,

            @Schema(description = "Empty unless byCategory was asked for.")
            List<CategoryView> categories) {

        PairView {
            categories = List.copyOf(categories);
        }
    }

    /** A pair in one category. */
    @Schema(name = "ComparedCategory")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CategoryView(
            String category, int items, @Nullable DifferenceView difference) {}

    /** By how much, how surely, and on how many items. */
    @Schema(name = "Difference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            @Schema(description = "The candidate's mean over the shared items.")
            double candidate,

            double baseline,

            @Schema(description = "Candidate minus baseline.")
            double difference,

            double standardError,
            double low,
            double high,

            @Schema(examples = "bonett-price-95") String interval,

            @Schema(
                    description =
                            "The bootstrap's bias-corrected and accelerated interval; absent where it is not defined.")
            @Nullable
            Double bcaLow,

            @Nullable Double bcaHigh,

            @Schema(description = "The p-value to quote, of `test`.")
            double p,

            @Schema(examples = "mcnemar-mid-p") String test,

            @Schema(description = "Corrected for all comparisons of this answer, those of categories by themselves.")
            double adjustedP,

            @Schema(description = "All p-values, by test.") Map<String, Double> tests,

            @Schema(description = "Items on which the candidate is better.")
            long improved,

            @Schema(description = "Items on which the baseline is better.")
            long worsened,

            long same,

            @Schema(description = "Items, or clusters of items, that count as independent.")
            int clusters,

            @Schema(description = "The least true difference that so many items show four times out of five.") @Nullable
            Double detectable,

            @Schema(
                    description = "Which is better, if the corrected p-value says so.",
                    enumeration = {"candidate", "baseline"})
            @Nullable
            String better) {}

    /** What "try them all and take the best" is worth. */
    @Schema(name = "CrossValidatedChoice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SelectionView(
            int folds,

            @Schema(enumeration = {"plain", "stratified", "grouped"})
            String method,

            @Schema(description = "Items that all sides have a score of.")
            int items,

            @Schema(description = "The best on all items: the side to use from now on.")
            String chosen,

            @Schema(description = "Its mean on the items that chose it.")
            double optimistic,

            @Schema(description = "The mean on held-out items, each scored by the side that was best without its fold.")
            double score,

            double low,
            double high,

            @Schema(
                    description =
                            "By how much the chosen side's own mean flatters it; about 0 if it is clearly the best.")
            double optimism,

            @Schema(description = "In how many folds each side was picked.")
            Map<String, Integer> picked) {}
}
