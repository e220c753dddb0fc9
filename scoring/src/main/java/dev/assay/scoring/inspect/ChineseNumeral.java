package dev.assay.scoring.inspect;

import java.util.Map;
import java.util.Optional;

/**
 * Numbers in Chinese characters: digit by digit (二〇二五) or with units up to 兆 (三百二十), financial forms too, with
 * decimals after 点.
 */
final class ChineseNumeral {

    private static final String ZERO = "零〇○";
    private static final Map<Character, Integer> DIGITS = Map.ofEntries(
            Map.entry('一', 1),
            Map.entry('二', 2),
            Map.entry('三', 3),
            Map.entry('四', 4),
            Map.entry('五', 5),
            Map.entry('六', 6),
            Map.entry('七', 7),
            Map.entry('八', 8),
            Map.entry('九', 9),
            Map.entry('壹', 1),
            Map.entry('贰', 2),
            Map.entry('貳', 2),
            Map.entry('叁', 3),
            Map.entry('參', 3),
            Map.entry('肆', 4),
            Map.entry('伍', 5),
            Map.entry('陆', 6),
            Map.entry('陸', 6),
            Map.entry('柒', 7),
            Map.entry('捌', 8),
            Map.entry('玖', 9),
            Map.entry('两', 2),
            Map.entry('兩', 2),
            Map.entry('幺', 1),
            Map.entry('零', 0),
            Map.entry('〇', 0),
            Map.entry('○', 0));
    private static final Map<Character, Integer> TENS = Map.of('廿', 20, '卅', 30, '卌', 40);
    private static final Map<Character, Integer> UNITS =
            Map.of('十', 10, '拾', 10, '百', 100, '佰', 100, '千', 1000, '仟', 1000);
    private static final Map<Character, Long> LARGE =
            Map.of('万', 10_000L, '萬', 10_000L, '亿', 100_000_000L, '億', 100_000_000L, '兆', 1_000_000_000_000L);
    private static final int LONGEST = 15;

    private ChineseNumeral() {}

    /** The digit that a character is; -1 if none. */
    static int digit(int c) {
        return DIGITS.getOrDefault((char) c, -1);
    }

    /** The number that a character is alone. */
    static Optional<Double> single(int c) {
        char key = (char) c;
        if (DIGITS.containsKey(key)) {
            return Optional.of((double) digit(c));
        }
        int small = UNITS.getOrDefault(key, TENS.getOrDefault(key, -1));
        return small > 0
                ? Optional.of((double) small)
                : Optional.ofNullable(LARGE.get(key)).map(Long::doubleValue);
    }

    /** The number that a text is; empty if it has no Chinese numeral, or is none. */
    static Optional<Double> parse(String text) {
        boolean chinese = text.chars().anyMatch(c -> single(c).isPresent() || "点點".indexOf(c) >= 0);
        if (!chinese) {
            return Optional.empty();
        }
        int point = -1;
        for (int i = 0; i < text.length() && point < 0; i++) {
            point = "点點．.".indexOf(text.charAt(i)) >= 0 ? i : -1;
        }
        String whole = point < 0 ? text : text.substring(0, point);
        String decimals = point < 0 ? "" : text.substring(point + 1);
        boolean units = whole.chars()
                .anyMatch(
                        c -> UNITS.containsKey((char) c) || LARGE.containsKey((char) c) || TENS.containsKey((char) c));
        Optional<Double> value = units ? withUnits(whole) : byDigits(whole);
        return value.flatMap(v -> decimals(decimals).map(d -> v + d));
    }

    private static Optional<Double> byDigits(String text) {
        double value = 0;
        for (int c : text.codePoints().toArray()) {
            int digit = InspectNumber.digit(c);
            if (digit < 0 || text.length() > LONGEST) {
                return Optional.empty();
            }
            value = value * 10 + digit;
        }
        return Optional.of(value);
    }

    private static Optional<Double> decimals(String text) {
        double value = 0;
        double weight = 0.1;
        for (int c : text.codePoints().toArray()) {
            int digit = InspectNumber.digit(c);
            if (digit < 0) {
                return Optional.empty();
            }
            value += digit * weight;
            weight /= 10;
        }
        return Optional.of(value);
    }

    private static Optional<Double> withUnits(String text) {
        double total = 0;
        double section = 0;
        int number = 0;
        for (char c : text.toCharArray()) {
            if (ZERO.indexOf(c) >= 0) {
                continue;
            }
            if (TENS.containsKey(c)) {
                section += TENS.getOrDefault(c, 0);
            } else if (UNITS.containsKey(c)) {
                section += Math.max(1, number) * (double) UNITS.getOrDefault(c, 1);
                number = 0;
            } else if (LARGE.containsKey(c)) {
                total += (section + number) * LARGE.getOrDefault(c, 1L);
                section = 0;
                number = 0;
            } else if (InspectNumber.digit(c) >= 0) {
                number = InspectNumber.digit(c);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(total + section + number);
    }
}
