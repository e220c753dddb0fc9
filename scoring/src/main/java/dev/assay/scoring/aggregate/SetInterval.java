package dev.assay.scoring.aggregate;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Quantiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * The interval of a metric of a set: quantiles over resamples of its items, whose seed is fixed, so that a report that is
 * made again is the same.
 *
 * <p>Percentile bootstrap (Efron and Tibshirani 1993, chapter 13). Of more than {@value SetFold#BLOCKS} items as many are
 * drawn, and the spread is shrunk by √(drawn / items) around the value, as errors shrink with the square root of the
 * number (m out of n bootstrap, Bickel, Götze and van Zwet 1997): a large set costs no more than a middling one.
 */
final class SetInterval {

    private static final long SEED = 20_250_611;
    /** Sums are quickly made; other evidence is gone through one by one. */
    private static final int RESAMPLES_OF_SUMS = 1_000;

    private static final int RESAMPLES = 400;

    private SetInterval() {}

    static OptionalDouble value(CorpusMetric metric, List<List<Evidence>> units) {
        return value(metric.over(units.stream().flatMap(List::stream).toList()));
    }

    /** @return empty for a single item, and if hardly any resample has a value */
    static Optional<Interval> of(CorpusMetric metric, List<List<Evidence>> units, double value, double confidence) {
        if (units.size() < 2) {
            return Optional.empty();
        }
        int count = metric.isAdditive() ? RESAMPLES_OF_SUMS : RESAMPLES;
        int drawn = Math.min(units.size(), SetFold.BLOCKS);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = SetUnits.of(metric, units).resampled(count, drawn, random);
        if (values.length < count / 2) {
            return Optional.empty();
        }
        Quantiles quantiles = new Quantiles(values);
        double low = quantiles.at((1 - confidence) / 2);
        double high = quantiles.at((1 + confidence) / 2);
        if (drawn < units.size()) {
            // Resamples are of another size than the set, and so may be biased: what counts is their spread.
            double middle = quantiles.at(0.5);
            double shrunk = StrictMath.sqrt((double) drawn / units.size());
            low = value + (low - middle) * shrunk;
            high = value + (high - middle) * shrunk;
        }
        return Optional.of(new Interval(low, high));
    }

    private static OptionalDouble value(Score score) {
        return switch (score) {
            case Score.Value found -> OptionalDouble.of(found.value());
            case Score.Unscorable none -> OptionalDouble.empty();
        };
    }
}
