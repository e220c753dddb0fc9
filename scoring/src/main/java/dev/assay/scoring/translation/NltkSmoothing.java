package dev.assay.scoring.translation;

import java.util.List;
import java.util.Locale;

/**
 * The smoothing methods of NLTK's {@code SmoothingFunction} with its defaults: epsilon 0.1, alpha 5, k 5. Source: Chen and
 * Cherry 2014; NLTK 3.8, which differs from the paper and from sacreBLEU in places.
 */
public enum NltkSmoothing {
    /** Nothing; an order without a match counts as the least positive normal number. */
    METHOD0,
    /** An order without a match counts as a tenth of one. */
    METHOD1,
    /** One is added to matches and totals from bigrams on. */
    METHOD2,
    /** The first order without a match counts as half of one, the next as a quarter, and so on. */
    METHOD3,
    /** As method 3, with less credit for short translations. */
    METHOD4,
    /** Each order is averaged with its neighbours. */
    METHOD5,
    /** From trigrams on, an order is drawn to what the two before it let expect. */
    METHOD6,
    /** Method 4, then method 5. */
    METHOD7;

    private static final double EPSILON = 0.1;
    private static final double ALPHA = 5;
    private static final double K = 5;

    /** A smoothing by its name in NLTK, such as {@code method1}. */
    public static NltkSmoothing named(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    /** Its name in NLTK. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The smoothed precisions.
     *
     * @param counts of the orders that have a weight
     * @param fiveGrams of the last segment, whatever the highest order is
     * @param length of all hypotheses
     * @param last words of the last hypothesis
     * @throws Unusable if the method cannot be used here
     */
    double[] smooth(List<NltkBleu.Precision> counts, NltkBleu.Precision fiveGrams, long length, int last) {
        double[] precisions =
                counts.stream().mapToDouble(NltkBleu.Precision::value).toArray();
        switch (this) {
            case METHOD0 -> replaceZeros(precisions, counts, (total, zeros) -> Double.MIN_NORMAL);
            case METHOD1 -> replaceZeros(precisions, counts, (total, zeros) -> EPSILON / total);
            case METHOD2 -> addOne(precisions, counts);
            case METHOD3 -> replaceZeros(precisions, counts, (total, zeros) -> 1 / (Math.pow(2, zeros) * total));
            case METHOD4 -> scaleByLength(precisions, counts, length);
            case METHOD5 -> average(precisions, fiveGrams);
            case METHOD6 -> interpolate(precisions, counts, last);
            case METHOD7 -> {
                scaleByLength(precisions, counts, length);
                average(precisions, fiveGrams);
            }
        }
        return precisions;
    }

    /** Method 6 without a matching trigram. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable() {
            super("method6 needs a matching trigram");
        }
    }

    /** What an order without a match counts, from its total and how many such orders there have been, itself included. */
    private interface Replacement {
        double of(double total, int zeros);
    }

    private static void replaceZeros(double[] precisions, List<NltkBleu.Precision> counts, Replacement replacement) {
        int zeros = 0;
        for (int i = 0; i < precisions.length; i++) {
            if (counts.get(i).matches() == 0) {
                zeros++;
                precisions[i] = replacement.of(counts.get(i).total(), zeros);
            }
        }
    }

    private static void addOne(double[] precisions, List<NltkBleu.Precision> counts) {
        for (int i = 1; i < precisions.length; i++) {
            precisions[i] = (counts.get(i).matches() + 1.0) / (counts.get(i).total() + 1.0);
        }
    }

    private static void scaleByLength(double[] precisions, List<NltkBleu.Precision> counts, long length) {
        if (length > 1) {
            double logarithm = Math.log(length);
            replaceZeros(precisions, counts, (total, zeros) -> 1 / (Math.pow(2, zeros) * K / logarithm) / total);
        }
    }

    private static void average(double[] precisions, NltkBleu.Precision fiveGrams) {
        double before = precisions[0] + 1;
        for (int i = 0; i < precisions.length; i++) {
            // The order above the highest one is taken to be that of 5-grams, even if the highest is not 4.
            double after = i + 1 < precisions.length ? precisions[i + 1] : fiveGrams.value();
            precisions[i] = (before + precisions[i] + after) / 3;
            before = precisions[i];
        }
    }

    private static void interpolate(double[] precisions, List<NltkBleu.Precision> counts, int last) {
        if (precisions.length < 3 || precisions[2] == 0) {
            throw new Unusable();
        }
        for (int i = 2; i < precisions.length; i++) {
            double expected = precisions[i - 2] == 0 ? 0 : precisions[i - 1] * precisions[i - 1] / precisions[i - 2];
            int total = Math.max(0, last - i);
            precisions[i] = (counts.get(i).matches() + ALPHA * expected) / (total + ALPHA);
        }
    }
}
