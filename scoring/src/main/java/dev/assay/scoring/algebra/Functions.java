package dev.assay.scoring.algebra;

import java.math.BigInteger;
import java.util.Optional;

/** Functions whose value is exact for whole numbers; elsewhere they stay what they are. */
final class Functions {

    private static final int LARGEST = 500;

    private Functions() {}

    static Expression factorial(Expression of) throws NotUnderstoodException {
        Optional<Integer> n = small(of);
        if (n.isEmpty()) {
            return Expression.named("factorial[" + of + "]");
        }
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= n.get(); i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return Expression.of(Rational.of(product));
    }

    static Expression binomial(Expression of, Expression chosen) throws NotUnderstoodException {
        Optional<Integer> n = small(of);
        Optional<Integer> k = small(chosen);
        if (n.isEmpty() || k.isEmpty()) {
            return Expression.named("binomial[" + of + "," + chosen + "]");
        }
        BigInteger result = BigInteger.ONE;
        for (int i = 0; i < k.get(); i++) {
            result = result.multiply(BigInteger.valueOf((long) n.get() - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return Expression.of(Rational.of(result));
    }

    static Expression absolute(Expression of) throws NotUnderstoodException {
        Optional<Rational> number = of.number();
        if (number.isPresent()) {
            return number.get().sign() < 0 ? of.negated() : of;
        }
        return Expression.named("abs[" + of + "]");
    }

    /** The natural logarithm; of a positive number as the sum over its prime factors. */
    static Expression logarithm(Expression of) throws NotUnderstoodException {
        Optional<Rational> number = of.number();
        if (number.isEmpty() || number.get().sign() <= 0) {
            return Expression.named("log[" + of + "]");
        }
        Expression sum = Expression.of(Rational.ZERO);
        for (var power : PrimeFactors.of(number.get()).powers().entrySet()) {
            sum = sum.plus(Expression.named("log[" + power.getKey() + "]").times(Expression.of(power.getValue())));
        }
        return sum;
    }

    private static Optional<Integer> small(Expression of) {
        return of.number()
                .filter(n -> n.isWhole() && n.sign() >= 0 && n.compareTo(Rational.of(LARGEST)) <= 0)
                .map(n -> n.above().intValueExact());
    }
}
