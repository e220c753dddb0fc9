package dev.assay.scoring.translation;

import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link NltkBleu} of samples, of words between white space. Where method 6 cannot be used, because no trigram matches,
 * the score is 0 and not an error: it is the translation that is at fault.
 */
final class NltkSentence implements Metric {

    private final double[] weights;
    private final NltkSmoothing smoothing;

    NltkSentence(double[] weights, NltkSmoothing smoothing) {
        this.weights = weights;
        this.smoothing = smoothing;
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        if (sample.references().isEmpty()) {
            return new Score.Unscorable("the item has no reference");
        }
        List<String> words = prediction == null ? List.of() : PythonText.split(prediction);
        List<List<String>> references =
                sample.references().stream().map(PythonText::split).toList();
        return Score.of(Math.min(1, sentence(new NltkBleu.Segment(words, references))));
    }

    private double sentence(NltkBleu.Segment segment) {
        try {
            return NltkBleu.sentence(segment, weights, smoothing);
        } catch (NltkSmoothing.Unusable noTrigram) {
            return 0;
        }
    }
}
