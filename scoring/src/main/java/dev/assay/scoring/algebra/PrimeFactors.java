package dev.assay.scoring.algebra;

import java.math.BigInteger;

/** A number as a product of powers of primes, and of -1. */
final class PrimeFactors {

    /** Larger primes are not looked for: what is left of a number beyond is taken as prime. */
    private static final int LARGEST = 10_000;

    private PrimeFactors() {}

    static Monomial of(Rational number) {
        Monomial factors = of(number.above().abs(), 1).times(of(number.below(), -1));
        return number.sign() < 0 ? factors.times(power(BigInteger.ONE.negate(), 1)) : factors;
    }

    private static Monomial of(BigInteger positive, int sign) {
        Monomial factors = Monomial.ONE;
        BigInteger rest = positive;
        for (long p = 2; p <= LARGEST && rest.compareTo(BigInteger.valueOf(p * p)) >= 0; p++) {
            BigInteger prime = BigInteger.valueOf(p);
            int count = 0;
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
                count++;
            }
            if (count > 0) {
                factors = factors.times(power(prime, sign * count));
            }
        }
        return rest.equals(BigInteger.ONE) ? factors : factors.times(power(rest, sign));
    }

    private static Monomial power(BigInteger prime, int exponent) {
        return Monomial.of(Polynomial.NUMBER + prime, Rational.of(exponent));
    }
}
