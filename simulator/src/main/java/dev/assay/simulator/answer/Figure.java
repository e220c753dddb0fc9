package dev.assay.simulator.answer;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as somebody wrote it.
 *
 * @param before a currency sign or nothing
 * @param value the number, with as many decimals as were written
 * @param after a per cent sign or nothing
 */
record Figure(String before, BigDecimal value, String after) {

    private static final Pattern WRITTEN =
            Pattern.compile("(-?)([$€£]?)(-?)(0|[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d*)(\\.\\d+)?(%?)");

    /** Reads forms such as {@code 42}, {@code -3.50}, {@code $1,234} and {@code 15%}; anything else is no number. */
    static Optional<Figure> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()
                || (!written.group(1).isEmpty() && !written.group(3).isEmpty())) {
            return Optional.empty();
        }
        String sign = written.group(1) + written.group(3);
        String decimals = written.group(5) == null ? "" : written.group(5);
        BigDecimal value = new BigDecimal(sign + written.group(4).replace(",", "") + decimals);
        return Optional.of(new Figure(written.group(2), value, written.group(6)));
    }

    Figure withValue(BigDecimal other) {
        return new Figure(before, other, after);
    }

    /** Without separated thousands. */
    String plain() {
        String sign = value.signum() < 0 ? "-" : "";
        return sign + before + value.abs().toPlainString() + after;
    }

    /** With separated thousands from 1,000 on, except for whole numbers that may be years. */
    String grouped() {
        String digits = value.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        if (whole.length() < 4 || mayBeYear(whole, point)) {
            return plain();
        }
        StringBuilder text = new StringBuilder(value.signum() < 0 ? "-" : "").append(before);
        int head = whole.length() % 3;
        text.append(whole, 0, head);
        for (int i = head; i < whole.length(); i += 3) {
            text.append(text.isEmpty() || !Character.isDigit(text.charAt(text.length() - 1)) ? "" : ",")
                    .append(whole, i, i + 3);
        }
        return text.append(point < 0 ? "" : digits.substring(point))
                .append(after)
                .toString();
    }

    private static boolean mayBeYear(String whole, int point) {
        return point < 0 && whole.length() == 4 && whole.compareTo("1500") >= 0 && whole.compareTo("2100") < 0;
    }
}
