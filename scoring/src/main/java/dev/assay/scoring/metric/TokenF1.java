package dev.assay.scoring.metric;

import dev.assay.scoring.text.AnswerNormalization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Harmonic mean of precision and recall over the words that prediction and reference share, each word as often as it
 * occurs on both sides: with c common words, p predicted and r of the reference, F1 = 2 c / (p + r), or 0 if c = 0.
 *
 * <p>Source: SQuAD v1.1, {@code f1_score}, after its normalisation (see {@code AnswerNormalization}). Edges: 0 if either
 * side normalises to nothing, also if both do; SQuAD v2 gives 1 there and is another metric.
 */
final class TokenF1 implements Metric {

    static final MetricType TYPE = MetricType.unit(
            "f1",
            "Overlap of the words of prediction and reference (SQuAD v1.1).",
            MetricType.Needs.EXTRACTED,
            List.of(),
            arguments -> new TokenF1());

    private TokenF1() {}

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        List<String> predicted = prediction == null ? List.of() : AnswerNormalization.words(prediction);
        return Score.best(
                sample.references(), reference -> Score.of(f1(predicted, AnswerNormalization.words(reference))));
    }

    private static double f1(List<String> predicted, List<String> expected) {
        Map<String, Integer> left = new HashMap<>();
        expected.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : predicted) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        if (common == 0) {
            return 0;
        }
        return 2.0 * common / (predicted.size() + expected.size());
    }
}
