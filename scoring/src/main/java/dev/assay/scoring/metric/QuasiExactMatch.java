package dev.assay.scoring.metric;

import dev.assay.scoring.text.AnswerNormalization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 1 if prediction and a reference are the same after SQuAD's normalisation (see {@code AnswerNormalization}), else 0.
 *
 * <p>Source: stanford-crfm/helm, {@code quasi_exact_match}. Edges: an empty prediction is wrong, even against an empty
 * reference; a prediction that only normalises to nothing ("The") matches a reference that does so too.
 */
final class QuasiExactMatch implements Metric {

    static final MetricType TYPE = MetricType.unit(
            "quasi_exact_match",
            "Prediction and a reference are the same but for case, punctuation, articles and spacing.",
            MetricType.Needs.EXTRACTED,
            List.of(),
            arguments -> new QuasiExactMatch());

    private QuasiExactMatch() {}

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        if (prediction == null || prediction.isEmpty()) {
            return Score.best(sample.references(), reference -> Score.WRONG);
        }
        List<String> words = AnswerNormalization.words(prediction);
        return Score.best(
                sample.references(),
                reference -> Score.of(AnswerNormalization.words(reference).equals(words)));
    }
}
