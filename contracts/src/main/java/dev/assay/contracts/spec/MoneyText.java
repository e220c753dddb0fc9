package dev.assay.contracts.spec;

import dev.assay.contracts.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts as people write them: {@code 12.50}, {@code 12.50 USD}, or amount and currency apart. */
final class MoneyText {

    static final String DEFAULT_CURRENCY = "USD";
    static final String CURRENCY_PATTERN = "^[A-Z]{3}$";
    static final String PATTERN = "^[0-9]+(\\.[0-9]+)?( [A-Z]{3})?$";

    private static final Pattern AMOUNT_AND_CURRENCY = Pattern.compile("(\\S+)\\s+(\\S+)");

    private MoneyText() {}

    /** What is wrong with an amount, with or without a currency behind it; null: nothing. */
    static @Nullable String complaint(String text) {
        Matcher both = AMOUNT_AND_CURRENCY.matcher(text);
        if (both.matches() && Decimals.read(both.group(1)).isPresent()) {
            String amount = amountComplaint(both.group(1));
            return amount == null ? currencyComplaint(both.group(2)) : amount;
        }
        return amountComplaint(text);
    }

    static @Nullable String amountComplaint(String text) {
        Optional<BigDecimal> amount = Decimals.read(text);
        if (amount.isEmpty()) {
            return "must be an amount such as 12.50, but is " + Quoted.quote(text);
        }
        return amount.get().signum() < 0 ? "must not be negative, but is " + text : null;
    }

    static @Nullable String currencyComplaint(String text) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(text));
        return known
                ? null
                : "must name its currency by its ISO 4217 code such as USD, but names " + Quoted.quote(text);
    }

    /** Reads what has no complaint. */
    static Money read(String text) {
        Matcher both = AMOUNT_AND_CURRENCY.matcher(text);
        return both.matches() ? of(both.group(1), both.group(2)) : of(text, DEFAULT_CURRENCY);
    }

    static Money of(String amount, String currency) {
        return new Money(currency, Decimals.read(amount).orElseThrow());
    }
}
