package dev.assay.contracts.spec.document;

/**
 * How large a document may be. Whatever is larger is refused, never cut.
 *
 * @param bytes of its UTF-8 text
 * @param depth levels of nesting
 * @param weight characters when all aliases are unfolded, each value counted as 128 more
 */
public record DocumentLimits(int bytes, int depth, long weight) {

    /** 16 MiB of text, which leaves room for inline data; 50 levels; about 700,000 values. */
    public static final DocumentLimits DEFAULT = new DocumentLimits(16 << 20, 50, 96L << 20);
}
