package dev.assay.scoring.resampling;

import dev.assay.scoring.statistics.Quantiles;
import dev.assay.scoring.statistics.Sums;

/** A number that describes a sample. Pure. */
@FunctionalInterface
public interface Statistic {

    /** The mean. */
    Statistic MEAN = Sums::mean;
    /** The median, between the two middle values of an even number. */
    Statistic MEDIAN = values -> new Quantiles(values).at(0.5);
    /** The standard deviation with divisor n - 1. */
    Statistic DEVIATION = values -> Sums.deviation(values, 1);

    /** The statistic of values, of which there is at least one; they are not changed. */
    double of(double[] values);
}
