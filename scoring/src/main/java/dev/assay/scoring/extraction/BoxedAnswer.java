package dev.assay.scoring.extraction;

import java.util.Optional;

/**
 * The last boxed answer of a LaTeX text, found as the MATH benchmark's reference code does (hendrycks/math,
 * {@code last_boxed_only_string}): {@code \boxed 7$} ends at the dollar sign and is preferred where both forms occur.
 */
final class BoxedAnswer {

    private static final String BARE = "\\boxed ";
    private static final String BRACED = "\\boxed{";

    private BoxedAnswer() {}

    /** @return empty if there is no box, or the last one is not closed */
    static Optional<String> last(String text) {
        int bare = text.lastIndexOf(BARE);
        if (bare >= 0) {
            String rest = text.substring(bare + BARE.length());
            int dollar = rest.indexOf('$');
            return Optional.of(dollar < 0 ? rest : rest.substring(0, dollar));
        }
        int start = text.lastIndexOf("\\boxed");
        if (start < 0 || !text.startsWith(BRACED, start)) {
            return Optional.empty();
        }
        int open = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                open++;
            } else if (c == '}' && --open == 0) {
                return Optional.of(text.substring(start + BRACED.length(), i));
            }
        }
        return Optional.empty();
    }
}
