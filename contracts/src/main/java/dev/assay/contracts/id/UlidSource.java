package dev.assay.contracts.id;

import java.time.Clock;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * ULIDs that increase strictly on one source, also within a millisecond and when the clock steps back: 48 bits of
 * milliseconds, 80 bits of randomness that are incremented within the same millisecond. Thread-safe.
 *
 * @see <a href="https://github.com/ulid/spec">ULID specification</a>
 */
public final class UlidSource implements IdSource {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;
    private static final int TIME_LENGTH = 10;
    /** Leaves room to count up within a millisecond without overflow of the low half. */
    private static final long LOW_START = (1L << 39) - 1;

    private final Clock clock;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private long high;
    private long low;

    public UlidSource(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized String next() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            high = random.nextLong() & ((1L << 40) - 1);
            low = random.nextLong() & LOW_START;
        } else {
            low++;
        }
        return text(lastMillis, high, low);
    }

    /** The time that a ULID begins with. */
    static long millis(String ulid) {
        long millis = 0;
        for (int i = 0; i < TIME_LENGTH; i++) {
            millis = millis << 5 | Arrays.binarySearch(ALPHABET, ulid.charAt(i));
        }
        return millis;
    }

    private static String text(long millis, long high, long low) {
        char[] text = new char[LENGTH];
        write(text, 0, TIME_LENGTH, millis);
        write(text, 10, 8, high);
        write(text, 18, 8, low);
        return new String(text);
    }

    private static void write(char[] text, int from, int count, long value) {
        long rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = ALPHABET[(int) (rest & 31)];
            rest >>>= 5;
        }
    }
}
