package dev.assay.scoring.classification;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.text.CodePoints;
import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A metric of true and predicted labels over a set of samples.
 *
 * <p>White space around labels is passed over. The true label is the reference that was predicted, else the first one. A
 * sample without a prediction is a wrong one of no label: it lowers recall, but adds no label to the averages over
 * labels. These go over all labels that occur as truth or prediction, as in scikit-learn, or over {@code labels} if
 * given. One sample's own score is whether its label is right.
 */
final class LabelMetric implements CorpusMetric {

    /** Says one number of the counts. */
    interface Summary {
        OptionalDouble of(ConfusionMatrix<String> matrix, List<String> labels);
    }

    private final Summary summary;
    private final List<String> labels;
    private final UnaryOperator<String> folding;

    LabelMetric(Arguments arguments, Summary summary) {
        boolean ignoreCase = arguments.flag("ignore_case", false);
        this.summary = summary;
        this.folding = text -> ignoreCase ? PythonText.lower(text.strip()) : text.strip();
        this.labels = arguments.texts("labels").stream().map(folding).distinct().toList();
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        if (sample.references().isEmpty()) {
            return new Score.Unscorable("the item has no reference");
        }
        return Score.of(prediction != null && truth(prediction, sample).equals(folding.apply(prediction)));
    }

    private String truth(String prediction, Sample sample) {
        String folded = folding.apply(prediction);
        List<String> references = sample.references().stream().map(folding).toList();
        return references.contains(folded) ? folded : references.getFirst();
    }

    @Override
    public Evidence evidence(@Nullable String prediction, Sample sample) {
        if (sample.references().isEmpty()) {
            throw new UnscorableException("the item has no reference");
        }
        if (prediction == null) {
            return new Evidence(List.of(folding.apply(sample.references().getFirst())), new double[0]);
        }
        return new Evidence(List.of(truth(prediction, sample), folding.apply(prediction)), new double[0]);
    }

    @Override
    public Score over(List<Evidence> set) {
        int[] once = new int[set.size()];
        Arrays.fill(once, 1);
        return over(set, once);
    }

    @Override
    public Score over(List<Evidence> samples, int[] times) {
        // Labels are stripped, so a single space is none of them.
        String none = " ";
        Map<ConfusionMatrix.Pair<String>, Long> pairs = new HashMap<>();
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                List<String> pair = samples.get(i).labels();
                pairs.merge(
                        new ConfusionMatrix.Pair<>(pair.getFirst(), pair.size() < 2 ? none : pair.get(1)),
                        (long) times[i],
                        Long::sum);
            }
        }
        if (pairs.isEmpty()) {
            return new Score.Unscorable("there are no samples");
        }
        ConfusionMatrix<String> matrix = ConfusionMatrix.of(pairs, CodePoints.ORDER);
        List<String> averaged = new ArrayList<>(labels.isEmpty() ? matrix.labels() : labels);
        averaged.remove(none);
        OptionalDouble value = summary.of(matrix, averaged);
        return value.isPresent()
                ? Score.of(value.getAsDouble())
                : new Score.Unscorable("only one label occurs, so chance alone always agrees");
    }
}
