package dev.assay.scoring.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers read and written as Python 3 reads and writes them. Stateless. */
public final class PythonNumber {

    /** Python refuses longer whole numbers too. */
    private static final int MAXIMUM_DIGITS = 4300;

    private PythonNumber() {}

    /**
     * {@code float(text)}: white space around, a sign, decimal digits of any script with single underscores between them,
     * a point, an exponent; or inf, infinity, nan in any case.
     *
     * @return empty where Python raises a ValueError
     */
    public static OptionalDouble parseFloat(String text) {
        String number = ascii(PythonText.strip(text));
        String unsigned = number.startsWith("+") || number.startsWith("-") ? number.substring(1) : number;
        double sign = number.startsWith("-") ? -1 : 1;
        switch (PythonText.lower(unsigned)) {
            case "inf", "infinity" -> {
                return OptionalDouble.of(sign * Double.POSITIVE_INFINITY);
            }
            case "nan" -> {
                return OptionalDouble.of(Double.NaN);
            }
            default -> {
                return isFloat(unsigned)
                        ? OptionalDouble.of(sign * Double.parseDouble(unsigned.replace("_", "")))
                        : OptionalDouble.empty();
            }
        }
    }

    /** {@code int(text)}, empty where Python raises a ValueError. */
    public static Optional<BigInteger> parseInt(String text) {
        String number = ascii(PythonText.strip(text));
        String unsigned = number.startsWith("+") || number.startsWith("-") ? number.substring(1) : number;
        int end = digits(unsigned, 0);
        if (end == 0 || end != unsigned.length()) {
            return Optional.empty();
        }
        String plain = unsigned.replace("_", "");
        if (plain.length() > MAXIMUM_DIGITS) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(plain);
        return Optional.of(number.startsWith("-") ? value.negate() : value);
    }

    /** {@code repr(value)}: the shortest digits that are read as this number; 1e+16 and 1e-05 are where exponents begin. */
    public static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            return scientific(shortest, exponent);
        }
        String plain = shortest.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    /** {@code format(value, ".Ng")} of a finite number: N significant digits without trailing zeros. */
    public static String general(double value, int digits) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -4 || exponent >= digits ? scientific(rounded, exponent) : rounded.toPlainString();
    }

    /** {@code round(value, decimals)}: of the exact value, a tie to the even digit. NaN and infinities stay. */
    public static double round(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return value;
        }
        double rounded =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
        return Math.copySign(rounded, value);
    }

    private static String scientific(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return "%s%s%se%s%02d"
                .formatted(
                        number.signum() < 0 ? "-" : "",
                        digits.substring(0, 1),
                        fraction,
                        exponent < 0 ? "-" : "+",
                        Math.abs(exponent));
    }

    /** Digits of all scripts as ASCII digits; everything else as it stands. */
    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                ascii.append((char) ('0' + Character.digit(c, 10)));
            } else {
                ascii.appendCodePoint(c);
            }
        });
        return ascii.toString();
    }

    private static boolean isFloat(String unsigned) {
        int whole = digits(unsigned, 0);
        int at = whole;
        boolean any = whole > 0;
        if (charAt(unsigned, at) == '.') {
            int fraction = digits(unsigned, at + 1);
            any |= fraction > at + 1;
            at = fraction;
        }
        if (!any) {
            return false;
        }
        if (charAt(unsigned, at) == 'e' || charAt(unsigned, at) == 'E') {
            int sign = charAt(unsigned, at + 1) == '+' || charAt(unsigned, at + 1) == '-' ? 1 : 0;
            int start = at + 1 + sign;
            int end = digits(unsigned, start);
            if (end == start) {
                return false;
            }
            at = end;
        }
        return at == unsigned.length();
    }

    /** Where a run of digits with single underscores between them ends. */
    private static int digits(String text, int from) {
        int at = from;
        while (isDigit(charAt(text, at))
                || (charAt(text, at) == '_'
                        && at > from
                        && text.charAt(at - 1) != '_'
                        && isDigit(charAt(text, at + 1)))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
