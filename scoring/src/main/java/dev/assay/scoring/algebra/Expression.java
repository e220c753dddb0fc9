package dev.assay.scoring.algebra;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** A fraction of two polynomials, of which the lower one is not zero. Immutable. */
public final class Expression {

    private static final int MAXIMUM_EXPONENT = 64;

    private final Polynomial above;
    private final Polynomial below;

    private Expression(Polynomial above, Polynomial below) {
        this.above = above;
        this.below = below;
    }

    static Expression of(Rational number) {
        return new Expression(Polynomial.of(number), Polynomial.of(Rational.ONE));
    }

    /** Something that has a name and is not looked into. */
    static Expression named(String name) throws NotUnderstoodException {
        return new Expression(Polynomial.of(Monomial.of(name, Rational.ONE)), Polynomial.of(Rational.ONE));
    }

    /** Whether the difference of the two is zero. */
    public boolean isSame(Expression other) {
        try {
            return above.times(other.below)
                    .plus(other.above.times(below).negated())
                    .isZero();
        } catch (NotUnderstoodException tooLarge) {
            return false;
        }
    }

    Expression plus(Expression other) throws NotUnderstoodException {
        return new Expression(above.times(other.below).plus(other.above.times(below)), below.times(other.below));
    }

    Expression times(Expression other) throws NotUnderstoodException {
        return new Expression(above.times(other.above), below.times(other.below));
    }

    Expression negated() {
        return new Expression(above.negated(), below);
    }

    Expression inverse() throws NotUnderstoodException {
        if (above.isZero()) {
            throw new NotUnderstoodException("division by zero");
        }
        if (above.terms().size() == 1) {
            var term = above.terms().entrySet().iterator().next();
            Polynomial turned = Polynomial.of(term.getKey().power(Rational.of(-1)))
                    .times(Polynomial.of(term.getValue().inverse()));
            return new Expression(below.times(turned), Polynomial.of(Rational.ONE));
        }
        return new Expression(below, above);
    }

    Expression power(Expression exponent) throws NotUnderstoodException {
        Optional<Rational> number = exponent.number();
        if (number.isEmpty()) {
            return named("pow[" + this + "," + exponent + "]");
        }
        return number.get().isWhole() ? power(number.get().above()) : root(number.get());
    }

    private Expression power(BigInteger exponent) throws NotUnderstoodException {
        if (exponent.abs().compareTo(BigInteger.valueOf(1000)) > 0
                || (exponent.abs().compareTo(BigInteger.valueOf(MAXIMUM_EXPONENT)) > 0 && number().isEmpty())) {
            throw new NotUnderstoodException("the exponent is too large");
        }
        if (exponent.signum() < 0) {
            return inverse().power(exponent.negate());
        }
        Expression result = of(Rational.ONE);
        for (int i = 0; i < exponent.intValueExact(); i++) {
            result = result.times(this);
        }
        return result;
    }

    /** The principal value. Roots of numbers are taken apart; of a product of symbols they are not. */
    private Expression root(Rational exponent) throws NotUnderstoodException {
        if (above.isZero()) {
            if (exponent.sign() < 0) {
                throw new NotUnderstoodException("division by zero");
            }
            return this;
        }
        boolean single = above.terms().size() == 1 && below.equals(Polynomial.of(Rational.ONE));
        if (!single) {
            return named(toString()).raised(exponent);
        }
        Map.Entry<Monomial, Rational> term = above.terms().entrySet().iterator().next();
        Monomial monomial = term.getKey();
        Rational factor = term.getValue();
        boolean plain = monomial.equals(Monomial.ONE)
                || (monomial.powers().size() == 1
                        && monomial.powers().containsValue(Rational.ONE)
                        && factor.sign() > 0);
        if (!plain) {
            return named(toString()).raised(exponent);
        }
        Monomial number = PrimeFactors.of(factor).power(exponent);
        return new Expression(Polynomial.of(number.times(monomial.power(exponent))), Polynomial.of(Rational.ONE));
    }

    private Expression raised(Rational exponent) throws NotUnderstoodException {
        Monomial monomial = above.terms().keySet().iterator().next();
        return new Expression(Polynomial.of(monomial.power(exponent)), below);
    }

    /** The number that this is; empty if it has symbols or roots. */
    Optional<Rational> number() {
        if (above.isZero()) {
            return Optional.of(Rational.ZERO);
        }
        Rational over = above.terms().get(Monomial.ONE);
        Rational under = below.terms().get(Monomial.ONE);
        boolean plain = above.terms().size() == 1 && below.terms().size() == 1 && over != null && under != null;
        return plain && over != null && under != null ? Optional.of(over.times(under.inverse())) : Optional.empty();
    }

    /** The same text for fractions that are written the same way. */
    @Override
    public String toString() {
        return above + "/" + below;
    }
}
