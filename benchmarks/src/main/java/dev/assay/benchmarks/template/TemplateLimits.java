package dev.assay.benchmarks.template;

/**
 * What one rendering may use. A template or item that needs more is refused, nothing is cut.
 *
 * @param maxOutputChars UTF-16 units of the result and of every text made on the way
 * @param maxSteps rounds of all loops together, and entries of a list made on the way
 */
public record TemplateLimits(int maxOutputChars, int maxSteps) {

    /** 64 KiB of text and 10,000 steps. */
    public static final TemplateLimits DEFAULT = new TemplateLimits(1 << 16, 10_000);

    public TemplateLimits {
        if (maxOutputChars < 1 || maxSteps < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
