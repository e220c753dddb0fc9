package dev.assay.scoring.classification;

import dev.assay.scoring.metric.CorpusMetric.UnscorableException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One number of forecasts, each counted so often. What does not depend on how often is worked out once. */
interface ForecastSummary {

    /**
     * The number of a set that holds at least one.
     *
     * @param times one number for each forecast, not negative
     * @return empty if it is not defined for this set
     * @throws UnscorableException if the set holds a forecast that has no such number
     */
    OptionalDouble of(int[] times);

    /** The mean of a number of each. */
    static ForecastSummary mean(List<Forecast> forecasts, ToDoubleFunction<Forecast> number) {
        double[] numbers = forecasts.stream().mapToDouble(number).toArray();
        return times -> {
            // Rounding is carried along (Kahan): the order of samples makes no difference that could be seen.
            double sum = 0;
            double lost = 0;
            long count = 0;
            for (int i = 0; i < times.length; i++) {
                double more = times[i] * numbers[i] - lost;
                double next = sum + more;
                lost = next - sum - more;
                sum = next;
                count += times[i];
            }
            return OptionalDouble.of(sum / count);
        };
    }

    /** A number of the ranking by the probability of the positive label. */
    static ForecastSummary ranking(List<Forecast> forecasts, BiFunction<RankedLabels, int[], OptionalDouble> number) {
        boolean[] truths = new boolean[forecasts.size()];
        double[] numbers = new double[forecasts.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = forecasts.get(i).isPositive();
            numbers[i] = forecasts.get(i).hasTwoClasses() ? forecasts.get(i).ofPositive() : 0;
        }
        int[] others = IntStream.range(0, truths.length)
                .filter(i -> !forecasts.get(i).hasTwoClasses())
                .toArray();
        RankedLabels ranked = new RankedLabels(truths, numbers);
        return times -> {
            for (int other : others) {
                if (times[other] > 0) {
                    throw new UnscorableException("a ranking needs the probability of one label, not of several");
                }
            }
            return number.apply(ranked, times);
        };
    }

    /** The expected calibration error over even bins of the top probability. */
    static ForecastSummary calibration(List<Forecast> forecasts, int bins) {
        double[] off = forecasts.stream()
                .mapToDouble(forecast -> (forecast.isRight() ? 1 : 0) - forecast.top())
                .toArray();
        int[] binOf = forecasts.stream()
                .mapToInt(forecast -> CalibrationError.evenBin(forecast.top(), bins))
                .toArray();
        return times -> {
            double[] sums = new double[bins + 1];
            long count = 0;
            for (int i = 0; i < times.length; i++) {
                sums[binOf[i]] += times[i] * off[i];
                count += times[i];
            }
            double distance = 0;
            for (double sum : sums) {
                distance += Math.abs(sum);
            }
            return OptionalDouble.of(distance / count);
        };
    }
}
