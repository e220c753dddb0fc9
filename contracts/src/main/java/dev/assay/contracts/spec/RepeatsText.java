package dev.assay.contracts.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How it is written what a metric makes of an item's repeats. */
final class RepeatsText {

    static final String PATTERN = "^(mean|consistency|(mean@|pass@|pass\\^|maj@)[1-9][0-9]{0,3})$";

    static final String REMEDY =
            "Write mean, mean@k, pass@k, pass^k, maj@k or consistency, with a number for k: `repeats: pass@5`.";

    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+$");

    private RepeatsText() {}

    static @Nullable String complaint(String text) {
        return FORM.matcher(text).matches() ? null : "must be a fold of repeats, but is " + Quoted.quote(text);
    }

    /** How many repeats a right text asks for. */
    static int least(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? Integer.parseInt(number.group()) : 1;
    }
}
