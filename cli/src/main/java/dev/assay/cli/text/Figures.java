package dev.assay.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. What is not known is a dash, never a zero. */
public final class Figures {

    public static final String UNKNOWN = "–";

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Figures() {}

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share between 0 and 1, in percent with one decimal. */
    public static String share(JsonNode value) {
        return value.isNumber() ? share(value.doubleValue()) : UNKNOWN;
    }

    public static String share(double value) {
        return percent(value) + " %";
    }

    /** A share of a whole: what is less than all of it never reads as 100 %, what is more than nothing never as 0 %. */
    public static String portion(JsonNode value) {
        double share = value.doubleValue();
        if (share > 0 && share < 0.001) {
            return "< 0.1 %";
        }
        return share > 0.999 && share < 1 ? "> 99.9 %" : share(value);
    }

    /** A value with its interval: {@code 81.3 % [77.0, 85.0]}. */
    public static String interval(JsonNode value, JsonNode low, JsonNode high) {
        if (!value.isNumber()) {
            return UNKNOWN;
        }
        return low.isNumber() && high.isNumber()
                ? share(value) + " [" + percent(low.doubleValue()) + ", " + percent(high.doubleValue()) + "]"
                : share(value);
    }

    /** The same for a metric of another range than 0 to 1: {@code 32.46 [31.02, 33.9]}. */
    public static String plainInterval(JsonNode value, JsonNode low, JsonNode high) {
        if (!value.isNumber()) {
            return UNKNOWN;
        }
        return low.isNumber() && high.isNumber()
                ? plain(value.doubleValue()) + " [" + plain(low.doubleValue()) + ", " + plain(high.doubleValue()) + "]"
                : plain(value.doubleValue());
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(4, RoundingMode.HALF_UP))
                .toPlainString();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f", value * 100);
    }

    /** An amount of the API: {@code {"currency": "USD", "amount": "0.0123"}}. Small amounts keep two digits. */
    public static String money(JsonNode money) {
        if (!money.isObject()) {
            return UNKNOWN;
        }
        String currency = money.path("currency").asText();
        String amount;
        try {
            amount = amount(new BigDecimal(money.path("amount").asText()));
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
        return currency.equals("USD") ? "$" + amount : amount + " " + currency;
    }

    private static String amount(BigDecimal amount) {
        if (amount.signum() == 0) {
            return "0";
        }
        BigDecimal size = amount.abs();
        if (size.compareTo(BigDecimal.ONE) >= 0) {
            return String.format(Locale.ROOT, "%,.2f", amount);
        }
        BigDecimal rounded = size.compareTo(CENT) >= 0
                ? amount.setScale(4, RoundingMode.HALF_UP)
                : amount.round(new MathContext(2, RoundingMode.HALF_UP));
        return rounded.toPlainString();
    }

    /** Milliseconds; above ten seconds in seconds. */
    public static String millis(JsonNode millis) {
        if (!millis.isNumber()) {
            return UNKNOWN;
        }
        double value = millis.doubleValue();
        return value < 10_000
                ? String.format(Locale.ROOT, "%,.0f ms", value)
                : String.format(Locale.ROOT, "%,.1f s", value / 1000);
    }

    /** {@code 42 s}, {@code 3 min 5 s}, {@code 2 h 4 min}. */
    public static String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
