package dev.assay.benchmarks.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Python's arithmetic on int, float and bool. Whole numbers are Long while they fit and BigInteger beyond, up to
 * {@link #MOST_BITS}, so that no template can make a number that takes long to compute. Stateless.
 */
final class PythonNumbers {

    static final int MOST_BITS = 4096;

    private PythonNumbers() {}

    static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    static boolean isFloat(@Nullable Object value) {
        return value instanceof Double || value instanceof Float || value instanceof BigDecimal;
    }

    static Object add(Object a, Object b) {
        return isFloat(a) || isFloat(b) ? (Object) (real(a) + real(b)) : whole(big(a).add(big(b)));
    }

    static Object subtract(Object a, Object b) {
        return isFloat(a) || isFloat(b) ? (Object) (real(a) - real(b)) : whole(big(a).subtract(big(b)));
    }

    static Object multiply(Object a, Object b) {
        return isFloat(a) || isFloat(b) ? (Object) (real(a) * real(b)) : whole(big(a).multiply(big(b)));
    }

    static Object divide(Object a, Object b) {
        checkDivisor(b);
        if (isFloat(a) || isFloat(b)) {
            return real(a) / real(b);
        }
        return new BigDecimal(big(a))
                .divide(new BigDecimal(big(b)), java.math.MathContext.DECIMAL128)
                .doubleValue();
    }

    static Object floorDivide(Object a, Object b) {
        checkDivisor(b);
        if (isFloat(a) || isFloat(b)) {
            return Math.floor(real(a) / real(b));
        }
        BigInteger[] parts = big(a).divideAndRemainder(big(b));
        boolean below = parts[1].signum() != 0 && parts[1].signum() != big(b).signum();
        return whole(below ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    static Object modulo(Object a, Object b) {
        checkDivisor(b);
        if (isFloat(a) || isFloat(b)) {
            double remainder = real(a) % real(b);
            return remainder != 0 && (remainder < 0) != (real(b) < 0) ? remainder + real(b) : remainder;
        }
        BigInteger remainder = big(a).remainder(big(b));
        boolean other = remainder.signum() != 0 && remainder.signum() != big(b).signum();
        return whole(other ? remainder.add(big(b)) : remainder);
    }

    static Object power(Object a, Object b) {
        if (isFloat(a) || isFloat(b) || big(b).signum() < 0) {
            double result = Math.pow(real(a), real(b));
            if (Double.isNaN(result) || Double.isInfinite(result)) {
                throw new ExpressionFault("this power has no finite value", "use smaller numbers");
            }
            return result;
        }
        if (big(a).bitLength() * (double) big(b).bitLength() > MOST_BITS
                || big(b).bitLength() > 16
                || (double) big(a).bitLength() * big(b).intValue() > MOST_BITS) {
            throw tooLarge();
        }
        return whole(big(a).pow(big(b).intValue()));
    }

    static Object negate(Object a) {
        return isFloat(a) ? (Object) (-real(a)) : whole(big(a).negate());
    }

    static int compare(Object a, Object b) {
        if (!isFloat(a) && !isFloat(b)) {
            return big(a).compareTo(big(b));
        }
        double x = real(a);
        double y = real(b);
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return Double.compare(x, y);
        }
        return exact(a).compareTo(exact(b));
    }

    /** The number as a double; a truth value is 0 or 1. */
    static double real(Object value) {
        return value instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) value).doubleValue();
    }

    /** A whole number as Long if it fits. */
    static Object whole(BigInteger value) {
        if (value.bitLength() > MOST_BITS) {
            throw tooLarge();
        }
        return value.bitLength() <= 63 ? (Object) value.longValue() : value;
    }

    static BigInteger big(Object value) {
        return switch (value) {
            case BigInteger large -> large;
            case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
            default -> BigInteger.valueOf(((Number) value).longValue());
        };
    }

    private static BigDecimal exact(Object value) {
        return isFloat(value) ? new BigDecimal(real(value)) : new BigDecimal(big(value));
    }

    private static void checkDivisor(Object b) {
        if (real(b) == 0) {
            throw new ExpressionFault("division by zero", "guard the division with an if");
        }
    }

    private static ExpressionFault tooLarge() {
        return new ExpressionFault("the number has more than " + MOST_BITS + " bits", "use smaller numbers");
    }
}
