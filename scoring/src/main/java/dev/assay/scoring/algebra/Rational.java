package dev.assay.scoring.algebra;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A fraction in lowest terms.
 *
 * @param above with the sign
 * @param below positive
 */
record Rational(BigInteger above, BigInteger below) implements Comparable<Rational> {

    static final Rational ZERO = of(0);
    static final Rational ONE = of(1);
    static final Rational HALF = new Rational(BigInteger.ONE, BigInteger.TWO);

    Rational {
        if (below.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger divisor = above.gcd(below);
        if (below.signum() < 0) {
            divisor = divisor.negate();
        }
        above = above.divide(divisor);
        below = below.divide(divisor);
    }

    static Rational of(long value) {
        return of(BigInteger.valueOf(value));
    }

    static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    static Rational of(BigDecimal value) {
        return value.scale() > 0
                ? new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : of(value.toBigIntegerExact());
    }

    Rational plus(Rational other) {
        return new Rational(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
    }

    Rational times(Rational other) {
        return new Rational(above.multiply(other.above), below.multiply(other.below));
    }

    Rational negated() {
        return new Rational(above.negate(), below);
    }

    Rational inverse() {
        return new Rational(below, above);
    }

    Rational power(int exponent) {
        return exponent < 0 ? inverse().power(-exponent) : new Rational(above.pow(exponent), below.pow(exponent));
    }

    BigInteger floor() {
        BigInteger[] parts = above.divideAndRemainder(below);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    int sign() {
        return above.signum();
    }

    boolean isZero() {
        return above.signum() == 0;
    }

    boolean isWhole() {
        return below.equals(BigInteger.ONE);
    }

    /** The size of both parts together, for bounds. */
    int bits() {
        return above.bitLength() + below.bitLength();
    }

    @Override
    public int compareTo(Rational other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }

    @Override
    public String toString() {
        return isWhole() ? above.toString() : above + "/" + below;
    }
}
