package dev.assay.golden;

import java.util.random.RandomGenerator;

/**
 * The random numbers of numpy's {@code default_rng}, by which reference implementations resample: PCG64 (XSL RR) of
 * M. O'Neill (2014), seeded by numpy's {@code SeedSequence}. Not thread-safe.
 */
final class NumpyGenerator implements RandomGenerator {

    private static final long MULTIPLIER_HIGH = 0x2360ed051fc65da4L;
    private static final long MULTIPLIER_LOW = 0x4385df649fccf645L;
    private static final int POOL = 4;

    private final long incrementHigh;
    private final long incrementLow;
    private long high;
    private long low;

    NumpyGenerator(int seed) {
        long[] words = spread(seed);
        incrementHigh = (words[2] << 1) | (words[3] >>> 63);
        incrementLow = (words[3] << 1) | 1;
        step();
        add(words[0], words[1]);
        step();
    }

    @Override
    public long nextLong() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    private void step() {
        long product = low * MULTIPLIER_LOW;
        high = Math.unsignedMultiplyHigh(low, MULTIPLIER_LOW) + low * MULTIPLIER_HIGH + high * MULTIPLIER_LOW;
        low = product;
        add(incrementHigh, incrementLow);
    }

    private void add(long addedHigh, long addedLow) {
        long sum = low + addedLow;
        high += addedHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** Four words of 64 bits from a seed. */
    private static long[] spread(int seed) {
        int[] constant = {0x43b0d7e5};
        int[] pool = new int[POOL];
        for (int i = 0; i < POOL; i++) {
            pool[i] = hash(i == 0 ? seed : 0, constant, 0x931e8875);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    int mixed = 0xca01f9dd * pool[to] - 0x4973f715 * hash(pool[from], constant, 0x931e8875);
                    pool[to] = mixed ^ (mixed >>> 16);
                }
            }
        }
        constant[0] = 0x8b51f9dd;
        long[] words = new long[POOL];
        for (int i = 0; i < 2 * POOL; i++) {
            long half = Integer.toUnsignedLong(hash(pool[i % POOL], constant, 0x58f38ded));
            words[i / 2] |= i % 2 == 0 ? half : half << 32;
        }
        return words;
    }

    private static int hash(int value, int[] constant, int multiplier) {
        int hashed = value ^ constant[0];
        constant[0] *= multiplier;
        hashed *= constant[0];
        return hashed ^ (hashed >>> 16);
    }
}
