package dev.assay.benchmarks.dataset;

/**
 * How much of a dataset is accepted. Whatever is over a limit is refused, never cut.
 *
 * @param maxItems items in all
 * @param maxItemChars UTF-16 units of one line, CSV record or array element
 * @param maxDepth nesting of objects and lists inside one item
 */
public record DatasetLimits(int maxItems, int maxItemChars, int maxDepth) {

    /** Two million items of at most 1 MiB each. */
    public static final DatasetLimits DEFAULT = new DatasetLimits(2_000_000, 1 << 20, 50);

    public DatasetLimits {
        if (maxItems < 1 || maxItemChars < 2 || maxDepth < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
