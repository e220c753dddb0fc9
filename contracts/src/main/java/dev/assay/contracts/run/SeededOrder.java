package dev.assay.contracts.run;

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
        int halfBits = halfBits();
        long value = position;
        do {
            value = permute(value, halfBits);
        } while (value >= size);
        return (int) value;
    }

    /** The position of an item in the order, both counted from 0. */
    public int positionOf(int item) {
        if (item < 0 || item >= size) {
            throw new IndexOutOfBoundsException("item " + item + " of " + size);
        }
        int halfBits = halfBits();
        long value = item;
        do {
            value = undo(value, halfBits);
        } while (value >= size);
        return (int) value;
    }

    private int halfBits() {
        return Math.max(1, (33 - Integer.numberOfLeadingZeros(size - 1)) / 2);
    }

    private long permute(long value, int halfBits) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (mixed(right, round) & mask);
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }

    /** The rounds of {@link #permute}, backwards. */
    private long undo(long value, int halfBits) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long before = right ^ (mixed(left, round) & mask);
            right = left;
            left = before;
        }
        return (left << halfBits) | right;
    }

    private long mixed(long half, int round) {
        return mix(half + seed * 0x9E3779B97F4A7C15L + ((long) round << 56));
    }

    /** Finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
