package dev.assay.scoring.aggregate;

/**
 * A metric to aggregate.
 *
 * @param label under which samples hold its scores
 * @param minimum the least value of a sample
 * @param maximum the greatest value of a sample
 */
public record MetricColumn(String label, double minimum, double maximum) {

    public MetricColumn {
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("the range of " + label + " is empty");
        }
    }

    /** A metric between 0 and 1. */
    public static MetricColumn unit(String label) {
        return new MetricColumn(label, 0, 1);
    }
}
