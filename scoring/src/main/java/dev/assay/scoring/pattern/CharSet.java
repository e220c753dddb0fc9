package dev.assay.scoring.pattern;

import java.util.function.IntPredicate;

/**
 * A set of code points: a bitmap for ASCII, which nearly every character of an answer is, and a test for the others.
 *
 * @param low the code points 0 to 63
 * @param high the code points 64 to 127
 * @param beyond decides from 128 on
 */
record CharSet(long low, long high, IntPredicate beyond) {

    static final CharSet NONE = new CharSet(0, 0, c -> false);

    static CharSet of(IntPredicate members) {
        long low = 0;
        long high = 0;
        for (int c = 0; c < 64; c++) {
            low |= members.test(c) ? 1L << c : 0;
            high |= members.test(c + 64) ? 1L << c : 0;
        }
        return new CharSet(low, high, members);
    }

    static CharSet only(int codePoint) {
        return of(c -> c == codePoint);
    }

    static CharSet range(int first, int last) {
        return of(c -> c >= first && c <= last);
    }

    boolean contains(int codePoint) {
        if (codePoint < 64) {
            return (low >>> codePoint & 1) != 0;
        }
        if (codePoint < 128) {
            return (high >>> codePoint & 1) != 0;
        }
        return beyond.test(codePoint);
    }

    CharSet or(CharSet other) {
        return new CharSet(low | other.low, high | other.high, beyond.or(other.beyond));
    }

    CharSet complement() {
        return new CharSet(~low, ~high, beyond.negate());
    }

    /** The set with the other case of every member. One code point stays one: the long s is no "ss". */
    CharSet ignoringCase() {
        return of(c -> contains(c)
                || contains(Character.toLowerCase(c))
                || contains(Character.toUpperCase(c))
                || contains(Character.toLowerCase(Character.toUpperCase(c))));
    }
}
