package dev.assay.golden;

import java.util.random.RandomGenerator;

/**
 * The random numbers of numpy's {@code RandomState}, by which reference implementations resample: the Mersenne Twister of
 * M. Matsumoto and T. Nishimura (1998), seeded as they do. Not thread-safe.
 */
final class NumpyTwister implements RandomGenerator {

    private static final int SIZE = 624;
    private static final int DISTANCE = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    NumpyTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    @Override
    public int nextInt() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + DISTANCE) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }

    /** As {@code randint(0, bound)}: numbers as wide as the bound until one is below it. */
    @Override
    public int nextInt(int bound) {
        int largest = bound - 1;
        if (largest == 0) {
            return 0;
        }
        int mask = -1 >>> Integer.numberOfLeadingZeros(largest);
        int drawn = nextInt() & mask;
        while (drawn > largest) {
            drawn = nextInt() & mask;
        }
        return drawn;
    }

    @Override
    public long nextLong() {
        return ((long) nextInt() << 32) | Integer.toUnsignedLong(nextInt());
    }
}
