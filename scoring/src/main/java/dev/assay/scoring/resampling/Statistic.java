package dev.assay.scoring.resampling;

import dev.assay.scoring.statistics.Quantiles;
import dev.assay.scoring.statistics.Sums;
import java.util.Collection;
import java.util.stream.IntStream;

/** A number that describes a sample. Pure. */
@FunctionalInterface
public interface Statistic {

    /** The mean. */
    Statistic MEAN = new Mean();
    /** The median, between the two middle values of an even number. */
    Statistic MEDIAN = values -> new Quantiles(values).at(0.5);
    /** The standard deviation with divisor n - 1. */
    Statistic DEVIATION = values -> Sums.deviation(values, 1);

    /** The statistic of values, of which there is at least one; they are not changed. */
    double of(double[] values);

    /** The statistic without each of the units in turn, for the jackknife; NaN if there is but one unit. */
    default double[] leavingOut(double[] values, Collection<? extends Collection<Integer>> units) {
        boolean[] out = new boolean[values.length];
        return units.stream()
                .mapToDouble(unit -> {
                    unit.forEach(i -> out[i] = true);
                    double[] rest = IntStream.range(0, values.length)
                            .filter(i -> !out[i])
                            .mapToDouble(i -> values[i])
                            .toArray();
                    unit.forEach(i -> out[i] = false);
                    return units.size() < 2 ? Double.NaN : of(rest);
                })
                .toArray();
    }

    /** The mean, of which leaving out one item after the other takes no longer than one sum. */
    record Mean() implements Statistic {

        @Override
        public double of(double[] values) {
            return Sums.mean(values);
        }

        @Override
        public double[] leavingOut(double[] values, Collection<? extends Collection<Integer>> units) {
            double sum = Sums.sum(values);
            return units.stream()
                    .mapToDouble(unit -> units.size() < 2
                            ? Double.NaN
                            : (sum - unit.stream().mapToDouble(i -> values[i]).sum()) / (values.length - unit.size()))
                    .toArray();
        }
    }
}
