package dev.assay.scoring.algebra;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A sum of monomials with coefficients that are not zero. Powers of prime numbers and of -1 are kept with exponents from 0
 * to below 1, so that roots of numbers have one form only: the square root of 12 is 2 · 3^(1/2), i is (-1)^(1/2).
 */
record Polynomial(Map<Monomial, Rational> terms) {

    /** What names a number that is raised to a fraction. */
    static final String NUMBER = "#";

    static final Polynomial ZERO = new Polynomial(Map.of());

    private static final int MAXIMUM_TERMS = 400;
    private static final int MAXIMUM_BITS = 20_000;

    Polynomial {
        terms = Map.copyOf(terms);
    }

    static Polynomial of(Rational number) {
        return number.isZero() ? ZERO : new Polynomial(Map.of(Monomial.ONE, number));
    }

    static Polynomial of(Monomial monomial) throws NotUnderstoodException {
        return sum(Map.of(monomial, Rational.ONE));
    }

    Polynomial plus(Polynomial other) throws NotUnderstoodException {
        Map<Monomial, Rational> sum = new HashMap<>(terms);
        other.terms.forEach((monomial, factor) -> sum.merge(monomial, factor, Rational::plus));
        return sum(sum);
    }

    Polynomial times(Polynomial other) throws NotUnderstoodException {
        if ((long) terms.size() * other.terms.size() > (long) MAXIMUM_TERMS * MAXIMUM_TERMS / 4) {
            throw new NotUnderstoodException("the formula is too large");
        }
        Map<Monomial, Rational> product = new HashMap<>();
        terms.forEach((left, factor) -> other.terms.forEach(
                (right, otherFactor) -> product.merge(left.times(right), factor.times(otherFactor), Rational::plus)));
        return sum(product);
    }

    Polynomial negated() {
        Map<Monomial, Rational> negated = new HashMap<>();
        terms.forEach((monomial, factor) -> negated.put(monomial, factor.negated()));
        return new Polynomial(negated);
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    private static Polynomial sum(Map<Monomial, Rational> terms) throws NotUnderstoodException {
        Map<Monomial, Rational> sum = new HashMap<>();
        for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
            Map.Entry<Monomial, Rational> reduced = reduced(term.getKey(), term.getValue());
            sum.merge(reduced.getKey(), reduced.getValue(), Rational::plus);
        }
        sum.values().removeIf(Rational::isZero);
        if (sum.size() > MAXIMUM_TERMS || sum.values().stream().anyMatch(f -> f.bits() > MAXIMUM_BITS)) {
            throw new NotUnderstoodException("the formula is too large");
        }
        return new Polynomial(sum);
    }

    private static Map.Entry<Monomial, Rational> reduced(Monomial monomial, Rational factor)
            throws NotUnderstoodException {
        Monomial rest = monomial;
        Rational whole = factor;
        for (Map.Entry<String, Rational> power : monomial.powers().entrySet()) {
            BigInteger floor = power.getValue().floor();
            if (power.getKey().startsWith(NUMBER) && floor.signum() != 0) {
                if (floor.bitLength() > 10) {
                    throw new NotUnderstoodException("the exponent is too large");
                }
                rest = rest.times(Monomial.of(power.getKey(), Rational.of(floor).negated()));
                whole = whole.times(
                        Rational.of(new BigInteger(power.getKey().substring(1))).power(floor.intValueExact()));
            }
        }
        return Map.entry(rest, whole);
    }

    /** The same text for the same polynomial. */
    @Override
    public String toString() {
        return terms.entrySet().stream()
                .map(term -> term.getValue() + term.getKey().toString())
                .sorted()
                .collect(Collectors.joining("+", "(", ")"));
    }
}
