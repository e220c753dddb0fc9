package dev.assay.scoring.resampling;

import dev.assay.scoring.statistics.Quantiles;
import dev.assay.scoring.statistics.Sums;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A number that describes a sample. Pure. */
@FunctionalInterface
public interface Statistic {

    /** The mean. */
    Statistic MEAN = new Mean();
    /** The median, between the two middle values of an even number. */
    Statistic MEDIAN = new Median();
    /** The standard deviation with divisor n - 1. */
    Statistic DEVIATION = new Deviation();

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

    /** The median, of which leaving out one item after the other takes one sort: what is left out shifts the middle. */
    record Median() implements Statistic {

        @Override
        public double of(double[] values) {
            return new Quantiles(values).at(0.5);
        }

        @Override
        public double[] leavingOut(double[] values, Collection<? extends Collection<Integer>> units) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int[] rank = ranks(values);
            return units.stream()
                    .mapToDouble(unit -> {
                        int[] out =
                                unit.stream().mapToInt(i -> rank[i]).sorted().toArray();
                        int left = values.length - out.length;
                        if (units.size() < 2) {
                            return Double.NaN;
                        }
                        double low = sorted[place((left - 1) / 2, out)];
                        double high = sorted[place(left / 2, out)];
                        return of(new double[] {low, high});
                    })
                    .toArray();
        }

        private static int[] ranks(double[] values) {
            int[] rank = new int[values.length];
            int[] next = {0};
            IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> values[i]))
                    .forEach(i -> rank[i] = next[0]++);
            return rank;
        }

        /** Where the value stands that is at this place when those of the given ranks, in order, are out. */
        private static int place(int among, int[] out) {
            int place = among;
            for (int gone : out) {
                place += gone <= place ? 1 : 0;
            }
            return place;
        }
    }

    /** The standard deviation, of which leaving out one item after the other takes no longer than two sums. */
    record Deviation() implements Statistic {

        @Override
        public double of(double[] values) {
            return Sums.deviation(values, 1);
        }

        @Override
        public double[] leavingOut(double[] values, Collection<? extends Collection<Integer>> units) {
            double mean = Sums.mean(values);
            double[] deviations =
                    DoubleStream.of(values).map(value -> value - mean).toArray();
            double sum = Sums.sum(deviations);
            double squares =
                    Sums.sum(DoubleStream.of(deviations).map(d -> d * d).toArray());
            return units.stream()
                    .mapToDouble(unit -> {
                        double left = values.length - unit.size();
                        double rest = sum
                                - unit.stream().mapToDouble(i -> deviations[i]).sum();
                        double restSquares = squares
                                - unit.stream()
                                        .mapToDouble(i -> deviations[i] * deviations[i])
                                        .sum();
                        return units.size() < 2 || left < 2
                                ? Double.NaN
                                : StrictMath.sqrt(Math.max(0, restSquares - rest * rest / left) / (left - 1));
                    })
                    .toArray();
        }
    }
}
