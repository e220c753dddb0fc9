package dev.assay.scoring.judge;

import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The forms in which judges write verdicts. */
final class Patterns {

    private static final String NUMBER = "(\\d+\\.?\\d*)";

    /** A rating, in double brackets if there are any. */
    static final List<SafePattern> RATING =
            List.of(SafePattern.compile("\\[\\[" + NUMBER + "\\]\\]"), SafePattern.compile("\\[" + NUMBER + "\\]"));

    /** Two ratings. */
    static final List<SafePattern> RATINGS = List.of(
            SafePattern.compile("\\[\\[" + NUMBER + ",\\s?" + NUMBER + "\\]\\]"),
            SafePattern.compile("\\[" + NUMBER + ",\\s?" + NUMBER + "\\]"));

    /** A comparison such as A>>B. */
    static final List<SafePattern> LABEL =
            List.of(SafePattern.compile("\\[\\[([AB<>=]+)\\]\\]"), SafePattern.compile("\\[([AB<>=]+)\\]"));

    private Patterns() {}

    /** The first match of the first pattern that matches. */
    static Optional<Match> first(List<SafePattern> patterns, String text) {
        return patterns.stream().flatMap(p -> p.first(text).stream()).findFirst();
    }

    /** The last match of the first pattern that matches. */
    static Optional<Match> last(List<SafePattern> patterns, String text) {
        return patterns.stream().flatMap(p -> p.last(text).stream()).findFirst();
    }

    /**
     * A number as Python's {@code literal_eval} reads it: whole numbers have no leading zeros, and digits of other
     * scripts are no number although {@code \d} matches them.
     */
    static OptionalDouble number(String written) {
        boolean ascii = written.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        boolean whole = written.indexOf('.') < 0;
        boolean padded = whole && written.startsWith("0") && !written.chars().allMatch(c -> c == '0');
        if (!ascii || padded) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(written);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
