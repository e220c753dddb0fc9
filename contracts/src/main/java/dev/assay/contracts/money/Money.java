package dev.assay.contracts.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/**
 * An exact amount of one currency. Never rounded; the amount travels as text, so that no reader turns it into a binary
 * fraction. Two amounts are equal if they are equal as numbers: trailing zeros are dropped.
 *
 * @param currency ISO 4217 code, three capitals
 * @param amount any sign
 */
public record Money(
        String currency,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) implements Comparable<Money> {

    private static final int CODE_LENGTH = 3;
    private static final int MOST_DIGITS = 60;

    public Money {
        requireCode(currency);
        amount = normal(amount);
    }

    static void requireCode(String currency) {
        boolean code = currency.length() == CODE_LENGTH;
        for (int i = 0; code && i < CODE_LENGTH; i++) {
            code = currency.charAt(i) >= 'A' && currency.charAt(i) <= 'Z';
        }
        if (!code) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as USD, but is: " + currency);
        }
    }

    /** Bounded before it is unfolded: 1e999999999 is a short text and a billion digits. */
    static BigDecimal normal(BigDecimal amount) {
        if ((long) amount.precision() - amount.scale() > MOST_DIGITS || amount.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "an amount has at most " + MOST_DIGITS + " digits before and behind the point");
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static Money usd(String amount) {
        return new Money("USD", new BigDecimal(amount));
    }

    public static Money zero(String currency) {
        return new Money(currency, BigDecimal.ZERO);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money plus(Money other) {
        return new Money(same(other), amount.add(other.amount));
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money minus(Money other) {
        return new Money(same(other), amount.subtract(other.amount));
    }

    public Money times(long count) {
        return new Money(currency, amount.multiply(BigDecimal.valueOf(count)));
    }

    @JsonIgnore
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        same(other);
        return amount.compareTo(other.amount);
    }

    private String same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return currency;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
