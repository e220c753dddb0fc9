package dev.assay.scoring.edit;

import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.metric.MetricType.Needs;
import dev.assay.scoring.metric.Score;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** The likenesses of {@link EditDistance} under the field's names; for the best reference. */
public final class EditMetrics {

    private EditMetrics() {}

    public static List<MetricType> types() {
        return List.of(
                type(
                        "levenshtein_similarity",
                        "1 minus the edits to a reference divided by the longer length (RapidFuzz).",
                        EditDistance::levenshteinSimilarity),
                type(
                        "indel_similarity",
                        "1 minus insertions and deletions divided by both lengths (RapidFuzz's ratio).",
                        EditDistance::indelSimilarity),
                type(
                        "jaro_winkler",
                        "Likeness by characters at nearly the same place and a common start (RapidFuzz).",
                        EditDistance::jaroWinkler));
    }

    private static MetricType type(String name, String meaning, ToDoubleBiFunction<String, String> similarity) {
        return new MetricType(
                name,
                1,
                meaning,
                Needs.EXTRACTED,
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                List.of(),
                arguments -> metric(similarity));
    }

    private static Metric metric(ToDoubleBiFunction<String, String> similarity) {
        return (prediction, sample) -> Score.best(
                sample.references(),
                reference ->
                        prediction == null ? Score.WRONG : Score.of(similarity.applyAsDouble(prediction, reference)));
    }
}
