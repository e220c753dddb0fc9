package dev.assay.orchestrator.plan;

/**
 * A pseudo-random order of {@code size} items that needs no memory: a four-round Feistel network over the next even
 * number of bits, walked until it lands inside the domain (Black and Rogaway, "Ciphers with arbitrary finite domains",
 * CT-RSA 2002, cycle walking). The same seed and size give the same order for ever. Immutable.
 *
 * @param seed any
 * @param size number of items, at least 1
 */
public record SeededOrder(long seed, int size) {

    private static final int ROUNDS = 4;

    public SeededOrder {
        if (size < 1) {
            throw new IllegalArgumentException("an order has at least one item");
        }
    }

    /** The item at a position of the order, both counted from 0. */
    public int itemAt(int position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException("position " + position + " of " + size);
        }
        int halfBits = Math.max(1, (33 - Integer.numberOfLeadingZeros(size - 1)) / 2);
        long value = position;
        do {
            value = permute(value, halfBits);
        } while (value >= size);
        return (int) value;
    }

    private long permute(long value, int halfBits) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = mix(right + seed * 0x9E3779B97F4A7C15L + ((long) round << 56)) & mask;
            long next = left ^ mixed;
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }

    /** Finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
