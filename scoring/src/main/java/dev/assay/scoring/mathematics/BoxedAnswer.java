package dev.assay.scoring.mathematics;

import java.util.Optional;

/**
 * The last boxed answer of a LaTeX text, found as the MATH benchmark's reference code does (hendrycks/math,
 * {@code last_boxed_only_string} and {@code remove_boxed}): {@code \boxed 7$} ends at the dollar sign and is preferred
 * where both forms occur; {@code \fbox{7}} is a box only where there is no other. Stateless.
 */
public final class BoxedAnswer {

    private static final String BARE = "\\boxed ";
    private static final String BRACED = "\\boxed{";

    private BoxedAnswer() {}

    /** The last box with its command; empty if there is none, or the last one is not closed. */
    public static Optional<String> lastBox(String text) {
        int bare = text.lastIndexOf(BARE);
        if (bare >= 0) {
            int dollar = text.indexOf('$', bare);
            return Optional.of(text.substring(bare, dollar < 0 ? text.length() : dollar));
        }
        int start = text.lastIndexOf("\\boxed");
        if (start < 0) {
            start = text.lastIndexOf("\\fbox");
        }
        if (start < 0) {
            return Optional.empty();
        }
        int open = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                open++;
            } else if (c == '}' && --open == 0) {
                return Optional.of(text.substring(start, i + 1));
            }
        }
        return Optional.empty();
    }

    /** What stands in a box; empty if it is not written {@code \boxed{…}} or {@code \boxed …}. */
    public static Optional<String> content(String box) {
        if (box.startsWith(BARE)) {
            return Optional.of(box.substring(BARE.length()));
        }
        return box.startsWith(BRACED) && box.endsWith("}")
                ? Optional.of(box.substring(BRACED.length(), box.length() - 1))
                : Optional.empty();
    }

    /** What stands in the last box of a text. */
    public static Optional<String> last(String text) {
        return lastBox(text).flatMap(BoxedAnswer::content);
    }
}
