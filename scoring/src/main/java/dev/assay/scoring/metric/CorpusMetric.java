package dev.assay.scoring.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a set of samples that is not the mean of the samples' scores, such as corpus BLEU or macro F1. Pure, safe
 * for concurrent use.
 *
 * <p>{@link #score} gives what the metric says of one sample alone (a sentence's BLEU, whether a label is right). The
 * metric of a set is {@link #over} of its samples' {@link #evidence}, so that a subset, a cluster or a bootstrap resample
 * is scored without reading any text again.
 */
public interface CorpusMetric extends Metric {

    /**
     * What a sample contributes to any set that it is part of; small, and independent of all other samples.
     *
     * @param prediction as for {@link #score}
     * @throws UnscorableException if the item's data cannot be scored, whatever the answer
     */
    Evidence evidence(@Nullable String prediction, Sample sample);

    /**
     * The metric of a set of samples. Their order makes no difference.
     *
     * @return unscorable if the metric is not defined for this set, as for none at all
     */
    Score over(List<Evidence> set);

    /**
     * The metric of a set that holds some samples several times and others not at all, such as a bootstrap's resample.
     *
     * @param samples whose order makes no difference
     * @param times how often the set holds each of them, not negative
     */
    default Score over(List<Evidence> samples, int[] times) {
        List<Evidence> set = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0 && isAdditive()) {
                set.add(samples.get(i).times(times[i]));
            } else {
                set.addAll(Collections.nCopies(times[i], samples.get(i)));
            }
        }
        return over(set);
    }

    /**
     * The same for many sets of the same samples: what does not depend on how often each is held is worked out once.
     * Neither the samples nor their data may change meanwhile.
     */
    default Weighed weighed(List<Evidence> samples) {
        return isAdditive() ? times -> over(sum(samples, times)) : times -> over(samples, times);
    }

    private static List<Evidence> sum(List<Evidence> samples, int[] times) {
        double[] sum = null;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                double[] counts = samples.get(i).counts();
                sum = sum == null ? new double[counts.length] : sum;
                for (int c = 0; c < counts.length; c++) {
                    sum[c] += times[i] * counts[c];
                }
            }
        }
        return sum == null ? List.of() : List.of(Evidence.of(sum));
    }

    /** The metric of samples each of which a set holds so often. Pure, safe for concurrent use. */
    interface Weighed {

        /** @param times one number for each sample, not negative */
        Score over(int[] times);
    }

    /**
     * Whether {@link #over} depends on nothing but the sum of the samples' counts, so that they can be added up as they
     * come, and none has to be kept.
     */
    default boolean isAdditive() {
        return false;
    }

    /**
     * What is kept of a sample.
     *
     * @param labels texts, such as true and predicted label; empty for most metrics
     * @param counts numbers whose meaning is the metric's own; not to be changed
     */
    record Evidence(List<String> labels, double[] counts) {

        public Evidence {
            labels = List.copyOf(labels);
        }

        /** Numbers alone. */
        public static Evidence of(double... counts) {
            return new Evidence(List.of(), counts);
        }

        /** As much as so many equal samples have, of a metric whose counts add up. */
        Evidence times(int times) {
            return times == 1
                    ? this
                    : of(Arrays.stream(counts).map(count -> count * times).toArray());
        }
    }

    /** An item whose data cannot be scored. The message is for people and holds no part of the answer. */
    final class UnscorableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnscorableException(String reason) {
            super(reason);
        }
    }

    /** The sums of the samples' counts, all of which are equally long; empty if there is no sample. */
    static double[] sum(List<Evidence> set) {
        if (set.isEmpty()) {
            return new double[0];
        }
        double[] sum = set.getFirst().counts().clone();
        for (Evidence evidence : set.subList(1, set.size())) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += evidence.counts()[i];
            }
        }
        return sum;
    }
}
