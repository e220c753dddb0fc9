package dev.assay.scoring.inspect;

import dev.assay.scoring.text.PythonNumber;
import dev.assay.scoring.text.PythonText;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number as people write it in many scripts: digits of any script with locale separators, vulgar fractions ("2½"),
 * raised exponents ("3²"), Chinese numerals, Roman and circled single characters.
 *
 * <p>Source: UKGovernmentBEIS/inspect_ai, {@code scorer/_unicode.py}. A sign belongs to the base, so that −2² is 4. Finite
 * numbers only. Limit: of the rarer numeric characters those are read that the Java platform knows.
 */
final class InspectNumber {

    private static final String MINUS = "-−﹣－负負";
    private static final String PLUS = "+＋﹢正";
    private static final String SEPARATORS = ",，﹐、٬ \u00A0\u202F\u2009\u2007\u2008'’ʼ＇";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Map<Integer, Double> FRACTIONS = Map.ofEntries(
            Map.entry((int) '½', 1 / 2.0),
            Map.entry((int) '⅓', 1 / 3.0),
            Map.entry((int) '⅔', 2 / 3.0),
            Map.entry((int) '¼', 1 / 4.0),
            Map.entry((int) '¾', 3 / 4.0),
            Map.entry((int) '⅕', 1 / 5.0),
            Map.entry((int) '⅖', 2 / 5.0),
            Map.entry((int) '⅗', 3 / 5.0),
            Map.entry((int) '⅘', 4 / 5.0),
            Map.entry((int) '⅙', 1 / 6.0),
            Map.entry((int) '⅚', 5 / 6.0),
            Map.entry((int) '⅐', 1 / 7.0),
            Map.entry((int) '⅛', 1 / 8.0),
            Map.entry((int) '⅜', 3 / 8.0),
            Map.entry((int) '⅝', 5 / 8.0),
            Map.entry((int) '⅞', 7 / 8.0),
            Map.entry((int) '⅑', 1 / 9.0),
            Map.entry((int) '⅒', 1 / 10.0));

    private InspectNumber() {}

    /** The number that the whole text is; empty if it is none, or not finite. */
    static Optional<Double> parse(String text) {
        OptionalDouble plain = PythonNumber.parseFloat(text);
        if (plain.isPresent()) {
            return plain.stream().boxed().filter(Double::isFinite).findFirst();
        }
        String rest = PythonText.strip(text);
        boolean negative = false;
        while (!rest.isEmpty() && (MINUS.indexOf(rest.charAt(0)) >= 0 || PLUS.indexOf(rest.charAt(0)) >= 0)) {
            negative ^= MINUS.indexOf(rest.charAt(0)) >= 0;
            rest = PythonText.strip(rest.substring(1));
        }
        double sign = negative ? -1 : 1;
        return unsigned(rest, sign).filter(Double::isFinite);
    }

    private static Optional<Double> unsigned(String text, double sign) {
        Optional<Double> single = single(text);
        if (single.isPresent()) {
            return single.map(value -> sign * value);
        }
        String whole = PythonText.strip(text, InspectNumber::isSeparator);
        int start = whole.length();
        while (start > 0 && RAISED.indexOf(whole.charAt(start - 1)) >= 0) {
            start--;
        }
        if (start == 0 || start == whole.length()) {
            return base(text).map(value -> sign * value);
        }
        StringBuilder exponent = new StringBuilder();
        whole.substring(start).chars().forEach(c -> exponent.append(RAISED.indexOf(c)));
        char before = whole.charAt(start - 1);
        boolean signed = before == '⁻' || before == '⁺';
        String base = whole.substring(0, signed ? start - 1 : start);
        if (exponent.length() > 9) {
            return Optional.empty();
        }
        int power = Integer.parseInt(exponent.toString()) * (before == '⁻' ? -1 : 1);
        return base(base).map(value -> Math.pow(sign * value, power));
    }

    private static Optional<Double> base(String text) {
        int[] places = text.codePoints().filter(FRACTIONS::containsKey).toArray();
        if (places.length == 0) {
            return core(PythonText.strip(text));
        }
        if (places.length > 1) {
            return Optional.empty();
        }
        int at = text.indexOf(places[0]);
        double fraction = FRACTIONS.getOrDefault(places[0], 0.0);
        String head = PythonText.strip(text.substring(0, at));
        boolean tail = text.substring(at + 1).codePoints().allMatch(InspectNumber::isSeparator);
        if (!tail) {
            return Optional.empty();
        }
        return head.isEmpty() ? Optional.of(fraction) : core(head).map(value -> value + fraction);
    }

    private static Optional<Double> core(String text) {
        return ChineseNumeral.parse(text).or(() -> digits(text)).or(() -> single(text));
    }

    /** A single character that stands for a number. */
    private static Optional<Double> single(String text) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > 1) {
            return Optional.empty();
        }
        int c = text.codePointAt(0);
        if (FRACTIONS.containsKey(c)) {
            return Optional.of(FRACTIONS.getOrDefault(c, 0.0));
        }
        int value = Character.isLetter(c) && Character.getType(c) != Character.LETTER_NUMBER
                ? -1
                : Character.getNumericValue(c);
        return value >= 0 ? Optional.of((double) value) : ChineseNumeral.single(c);
    }

    /** Digits of any script; the last of point and comma separates decimals, the other one groups. */
    private static Optional<Double> digits(String text) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        char decimal = point >= 0 && comma >= 0 ? (point > comma ? '.' : ',') : point >= 0 ? '.' : '\0';
        if (point < 0 && comma >= 0) {
            long after = text.substring(comma + 1)
                    .codePoints()
                    .filter(c -> digit(c) >= 0)
                    .count();
            decimal = after >= 1 && after <= 3 ? ',' : '\0';
        }
        StringBuilder plain = new StringBuilder();
        int[] codePoints = text.codePoints().toArray();
        boolean exponent = false;
        boolean separated = false;
        for (int i = 0; i < codePoints.length; i++) {
            int c = codePoints[i];
            if ((c == 'e' || c == 'E') && !exponent) {
                exponent = true;
                plain.append('e');
                if (i + 1 < codePoints.length && "+＋﹢-−﹣－".indexOf(codePoints[i + 1]) >= 0) {
                    plain.append("+＋﹢".indexOf(codePoints[++i]) >= 0 ? '+' : '-');
                }
            } else if (c == '٫' || c == '．' || (decimal != '\0' && c == decimal)) {
                if (separated) {
                    return Optional.empty();
                }
                separated = true;
                plain.append('.');
            } else if (digit(c) >= 0) {
                plain.append(digit(c));
            } else if (!isSeparator(c) && !(decimal != '\0' && (c == ',' || c == '.'))) {
                return Optional.empty();
            }
        }
        return PythonNumber.parseFloat(plain.toString()).stream().boxed().findFirst();
    }

    /** The digit that a character is, raised and circled ones too; -1 if none. */
    static int digit(int c) {
        if (Character.isDigit(c)) {
            return Character.digit(c, 10);
        }
        int value = Character.getType(c) == Character.OTHER_NUMBER ? Character.getNumericValue(c) : -1;
        return value >= 0 && value <= 9 ? value : ChineseNumeral.digit(c);
    }

    private static boolean isSeparator(int c) {
        return PythonText.isSpace(c) || SEPARATORS.indexOf(c) >= 0;
    }
}
