package dev.assay.scoring.inspect;

import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonNumber;
import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Inspect's scorer match: whether an answer has the target at a place.
 *
 * <p>Source: UKGovernmentBEIS/inspect_ai, {@code scorer/_common.py}, {@code match_str}. White space at the ends is dropped
 * on both sides, then case is folded and ASCII punctuation at the ends dropped, if asked for. If numbers are compared and
 * the target is one, the answer's words are read as numbers ({@link InspectNumber}) after currency signs, commas,
 * asterisks, underscores and points that end sentences are removed; numbers are the same if they agree in five digits. A
 * percent sign makes a word no number. Thread-safe.
 *
 * @param place where the target must stand
 * @param numeric whether a target that is a number is compared as one
 */
public record InspectMatch(Place place, boolean numeric, boolean ignoreCase, boolean ignorePunctuation) {

    /** Where a target must stand; of numbers: the first, the last, any, or the only one. */
    public enum Place {
        BEGIN,
        END,
        ANY,
        EXACT
    }

    /**
     * What came out.
     *
     * @param answer what was compared: the stripped answer, or the number that was found in it, empty if there was none
     */
    public record Outcome(String answer, boolean matched) {}

    private static final int DIGITS = 5;
    private static final String AROUND_NUMBERS = "!?:;()[]{}'\"`~<=>@#^&|";
    private static final String DROPPED = "$,£€*_";

    /** The scorer's defaults: at the end, as text, case and punctuation ignored. */
    public static InspectMatch standard() {
        return new InspectMatch(Place.END, false, true, true);
    }

    /**
     * Compares.
     *
     * @throws dev.assay.scoring.pattern.PatternLimitException if the answer is very long
     */
    public Outcome of(String answer, String target) {
        String stripped = PythonText.strip(answer);
        String value = folded(stripped);
        String expected = folded(PythonText.strip(target));
        if (numeric) {
            expected = numericText(expected);
            Optional<Double> number = InspectNumber.parse(expected);
            if (number.isPresent()) {
                return compareNumbers(stripped, numericText(value), written(number.get()));
            }
        }
        if (ignorePunctuation) {
            value = PythonText.strip(value, InspectMatch::isStripped);
            expected = PythonText.strip(expected, InspectMatch::isStripped);
        }
        return new Outcome(
                stripped,
                switch (place) {
                    case BEGIN -> value.startsWith(expected);
                    case END -> value.endsWith(expected);
                    case EXACT -> value.equals(expected);
                    case ANY -> value.contains(expected);
                });
    }

    private Outcome compareNumbers(String answer, String value, String expected) {
        List<String> numbers = new ArrayList<>();
        for (String word : PythonText.split(value)) {
            number(word).map(InspectMatch::written).ifPresent(numbers::add);
        }
        String found = switch (place) {
            case BEGIN -> numbers.isEmpty() ? "" : numbers.getFirst();
            case END -> numbers.isEmpty() ? "" : numbers.getLast();
            case EXACT -> InspectNumber.parse(value).map(InspectMatch::written).orElse(value);
            case ANY -> numbers.contains(expected) ? expected : answer;
        };
        boolean matched = place == Place.ANY ? numbers.contains(expected) : found.equals(expected);
        return new Outcome(found, matched);
    }

    private static Optional<Double> number(String word) {
        return InspectNumber.parse(word)
                .or(() -> InspectNumber.parse(PythonText.strip(word, c -> AROUND_NUMBERS.indexOf(c) >= 0)));
    }

    private static String written(double number) {
        return PythonNumber.general(number, DIGITS);
    }

    private String folded(String text) {
        return ignoreCase ? PythonText.casefold(text) : text;
    }

    private static String numericText(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(c -> DROPPED.indexOf(c) < 0).forEach(kept::appendCodePoint);
        return SafePattern.compile("\\.(?=\\s|$|\\D)").removeFrom(kept.toString());
    }

    private static boolean isStripped(int c) {
        return PythonText.isAsciiPunctuation(c) || c == ' ' || (c >= 0x09 && c <= 0x0D);
    }
}
