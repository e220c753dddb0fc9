package dev.assay.scoring.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sum of doubles without any rounding: the same for every order and every grouping of its terms.
 *
 * <p>The bits of all terms are added in one wide fixed-point number of 32-bit digits, kept in longs so that carries can
 * wait. Ones are only counted, so that sums of right and wrong answers take no more than a counter; else 600 bytes.
 * Mutable, not thread-safe.
 */
public final class ExactSum {

    /** The weight of the lowest bit is two to the power of minus this: that of the least double. */
    private static final int SCALE = 1074;
    /** Enough digits for the greatest double, and two for carries. */
    private static final int DIGITS = (SCALE + 1024) / 32 + 2;
    /** As many terms as a digit surely holds before its carry must move on. */
    private static final int PATIENCE = 1 << 29;

    private static final BigInteger FIVE = BigInteger.valueOf(5);
    private static final MathContext ROUNDING = new MathContext(40);

    private long ones;
    private int waiting;
    /** Null until a term is neither 0 nor 1. */
    private long @Nullable [] digits;

    /** Adds a term. @throws IllegalArgumentException if it is not finite */
    public void add(double term) {
        if (!Double.isFinite(term)) {
            throw new IllegalArgumentException("only finite numbers can be summed, not " + term);
        }
        if (term == 0) {
            return;
        }
        if (term == 1) {
            ones++;
            return;
        }
        addBits(allocated(), Double.doubleToLongBits(term));
        if (++waiting >= PATIENCE) {
            carry();
        }
    }

    private static void addBits(long[] digits, long bits) {
        int exponent = (int) (bits >>> 52) & 0x7FF;
        long mantissa = bits & ((1L << 52) - 1);
        if (exponent > 0) {
            mantissa |= 1L << 52;
            exponent--;
        }
        int digit = exponent >>> 5;
        int shift = exponent & 31;
        // 53 bits shifted by up to 31 reach over three digits.
        long low = (mantissa << shift) & 0xFFFF_FFFFL;
        long middle = (mantissa >>> (32 - shift)) & 0xFFFF_FFFFL;
        long high = shift < 12 ? 0 : mantissa >>> (64 - shift);
        if (bits < 0) {
            low = -low;
            middle = -middle;
            high = -high;
        }
        digits[digit] += low;
        digits[digit + 1] += middle;
        digits[digit + 2] += high;
    }

    /** Adds the square of a number, without rounding it first. */
    public void addSquare(double root) {
        double square = root * root;
        add(square);
        // What the multiplication rounded off; a fused multiply-add sees it.
        add(StrictMath.fma(root, root, -square));
    }

    /** Adds all terms of another sum. */
    public void add(ExactSum other) {
        ones += other.ones;
        other.carry();
        long[] added = other.digits;
        if (added != null) {
            long[] own = allocated();
            carry();
            for (int i = 0; i < DIGITS; i++) {
                own[i] += added[i];
            }
            waiting++;
        }
    }

    /** Forgets all terms. */
    public void clear() {
        ones = 0;
        waiting = 0;
        if (digits != null) {
            Arrays.fill(digits, 0);
        }
    }

    /** The exact sum. */
    public BigDecimal exact() {
        BigDecimal counted = BigDecimal.valueOf(ones);
        int lowest = 0;
        while (digits != null && lowest < DIGITS && digits[lowest] == 0) {
            lowest++;
        }
        if (digits == null || lowest == DIGITS) {
            return counted;
        }
        BigInteger sum = BigInteger.ZERO;
        for (int i = DIGITS - 1; i >= lowest; i--) {
            sum = sum.shiftLeft(32).add(BigInteger.valueOf(digits[i]));
        }
        return counted.add(scaled(sum, 32 * lowest - SCALE));
    }

    /** A number times a power of two, as a decimal. */
    private static BigDecimal scaled(BigInteger number, int power) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int zeros = number.getLowestSetBit();
        int exponent = power + zeros;
        BigInteger odd = number.shiftRight(zeros);
        // Below the point: n / 2^k is n 5^k / 10^k.
        return exponent >= 0
                ? new BigDecimal(odd.shiftLeft(exponent))
                : new BigDecimal(odd.multiply(FIVE.pow(-exponent)), -exponent);
    }

    /** The sum divided by a count, rounded to the nearest double. */
    public double dividedBy(long count) {
        return exact().divide(BigDecimal.valueOf(count), ROUNDING).doubleValue();
    }

    private long[] allocated() {
        long[] existing = digits;
        if (existing == null) {
            existing = new long[DIGITS];
            digits = existing;
        }
        return existing;
    }

    private void carry() {
        long[] own = digits;
        for (int i = 0; own != null && i < DIGITS - 1; i++) {
            long over = own[i] >> 32;
            own[i] -= over << 32;
            own[i + 1] += over;
        }
        // What a digit holds after its carry moved on counts as one term.
        waiting = 1;
    }
}
