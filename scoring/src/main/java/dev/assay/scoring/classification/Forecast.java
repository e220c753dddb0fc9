package dev.assay.scoring.classification;

import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.CorpusMetric.UnscorableException;
import dev.assay.scoring.metric.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One sample's probabilities and which class is true. A single number p is the two classes (1 - p, p).
 *
 * @param truth the place of the true class
 * @param probabilities of the classes, each between 0 and 1; at least two
 */
record Forecast(int truth, double[] probabilities) {

    static Forecast of(Evidence evidence) {
        double[] counts = evidence.counts();
        return new Forecast((int) counts[0], Arrays.copyOfRange(counts, 1, counts.length));
    }

    Evidence evidence() {
        double[] counts = new double[probabilities.length + 1];
        counts[0] = truth;
        System.arraycopy(probabilities, 0, counts, 1, probabilities.length);
        return new Evidence(List.of(), counts);
    }

    static Forecast read(@Nullable String prediction, Sample sample, String positive) {
        if (sample.references().isEmpty()) {
            throw new UnscorableException("the item has no reference");
        }
        if (sample.references().size() > 1) {
            throw new UnscorableException(
                    "the item has " + sample.references().size() + " references where one label is expected");
        }
        String reference = sample.references().getFirst().strip();
        double[] written = prediction == null ? new double[0] : numbers(prediction);
        if (written.length > 1) {
            int truth = place(reference, sample.choices());
            if (truth < 0) {
                throw new UnscorableException("the reference names no class");
            }
            return truth < written.length ? new Forecast(truth, written) : wrong(1);
        }
        int truth = reference.equals(positive) ? 1 : 0;
        return written.length == 1 ? new Forecast(truth, new double[] {1 - written[0], written[0]}) : wrong(truth);
    }

    private static Forecast wrong(int truth) {
        return new Forecast(truth, truth == 1 ? new double[] {1, 0} : new double[] {0, 1});
    }

    private static int place(String reference, List<String> choices) {
        int named = choices.stream().map(String::strip).toList().indexOf(reference);
        if (named >= 0) {
            return named;
        }
        if (reference.length() == 1 && reference.charAt(0) >= 'A' && reference.charAt(0) <= 'Z') {
            return reference.charAt(0) - 'A';
        }
        return reference.matches("[0-9]{1,4}") ? Integer.parseInt(reference) : -1;
    }

    /** The numbers of a text such as 0.3 or [0.1, 0.9]; none if it is anything else. */
    private static double[] numbers(String text) {
        String inner = text.strip();
        if (inner.startsWith("[") && inner.endsWith("]") && inner.length() > 1) {
            inner = inner.substring(1, inner.length() - 1);
        }
        double[] numbers = Arrays.stream(inner.split(",", -1))
                .mapToDouble(Forecast::probability)
                .toArray();
        return Arrays.stream(numbers).anyMatch(Double::isNaN) ? new double[0] : numbers;
    }

    private static double probability(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return value >= 0 && value <= 1 ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    double ofTruth() {
        return probabilities[truth];
    }

    boolean isPositive() {
        return truth == 1;
    }

    boolean hasTwoClasses() {
        return probabilities.length == 2;
    }

    /** Of two classes. */
    double ofPositive() {
        return probabilities[1];
    }

    double top() {
        return Arrays.stream(probabilities).max().orElseThrow();
    }

    /** Whether the most probable class, the first of equals, is the true one. */
    boolean isRight() {
        return IntStream.range(0, probabilities.length)
                        .filter(i -> probabilities[i] == top())
                        .findFirst()
                        .orElseThrow()
                == truth;
    }

    double brier() {
        return IntStream.range(0, probabilities.length)
                        .mapToDouble(i -> probabilities[i] - (i == truth ? 1 : 0))
                        .map(off -> off * off)
                        .sum()
                / 2;
    }
}
