package dev.assay.scoring.algebra;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product of powers. Exponents are rational and not zero.
 *
 * @param powers exponent by the name of what is raised
 */
record Monomial(SortedMap<String, Rational> powers) {

    static final Monomial ONE = new Monomial(new TreeMap<>());

    Monomial {
        powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
    }

    static Monomial of(String name, Rational exponent) {
        TreeMap<String, Rational> powers = new TreeMap<>();
        if (!exponent.isZero()) {
            powers.put(name, exponent);
        }
        return new Monomial(powers);
    }

    Monomial times(Monomial other) {
        TreeMap<String, Rational> product = new TreeMap<>(powers);
        for (Map.Entry<String, Rational> power : other.powers.entrySet()) {
            Rational exponent =
                    product.getOrDefault(power.getKey(), Rational.ZERO).plus(power.getValue());
            if (exponent.isZero()) {
                product.remove(power.getKey());
            } else {
                product.put(power.getKey(), exponent);
            }
        }
        return new Monomial(product);
    }

    Monomial power(Rational exponent) {
        TreeMap<String, Rational> raised = new TreeMap<>();
        if (!exponent.isZero()) {
            powers.forEach((name, old) -> raised.put(name, old.times(exponent)));
        }
        return new Monomial(raised);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        powers.forEach(
                (name, exponent) -> text.append('*').append(name).append('^').append(exponent));
        return text.toString();
    }
}
