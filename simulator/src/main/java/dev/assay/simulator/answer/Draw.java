package dev.assay.simulator.answer;

/**
 * A source of numbers that are fixed by what a call asks for. Each purpose draws under its own salt and so independently
 * of the others. The hash is 64-bit FNV-1a over UTF-16 units (Fowler, Noll, Vo) finished by the mixer of SplitMix64
 * (Steele, Lea, Flood 2014). Immutable.
 *
 * @param state the hash so far
 */
public record Draw(long state) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** A draw that nothing was added to. */
    public static Draw start() {
        return new Draw(FNV_OFFSET);
    }

    /** A draw that depends on this text too; {@code "ab" + "c"} differs from {@code "a" + "bc"}. */
    public Draw with(String text) {
        long hash = state;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return new Draw((hash ^ (0x10000L + text.length())) * FNV_PRIME);
    }

    /** A draw that depends on this number too. */
    public Draw with(long number) {
        return new Draw(mix(state + mix(number)));
    }

    /** 64 bits that look random, the same for the same draw and salt. */
    public long bits(long salt) {
        return mix(state ^ mix(salt));
    }

    /** Uniform in [0, 1), the same for the same draw and salt. */
    public double uniform(long salt) {
        return (bits(salt) >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0 to bound - 1, the same for the same draw and salt. */
    public int below(int bound, long salt) {
        return (int) Long.remainderUnsigned(bits(salt), bound);
    }

    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
