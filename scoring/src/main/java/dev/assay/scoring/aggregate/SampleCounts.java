package dev.assay.scoring.aggregate;

/** How many samples ended in which way. */
public record SampleCounts(long answered, long refused, long failed, long cancelled) {

    public SampleCounts {
        if (answered < 0 || refused < 0 || failed < 0 || cancelled < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
    }

    public long total() {
        return answered + refused + failed + cancelled;
    }
}
