package dev.assay.scoring.text;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as people write it in English text: {@code 1,234.50}, {@code $18}, {@code -7}, {@code 1.5e-3}, {@code 50%}.
 *
 * @param value exact
 * @param percent whether a percent sign was written; {@code value} is then the number before the sign
 * @param start where the number starts in the text, its sign and currency included
 * @param end where it ends, its percent sign included
 */
public record WrittenNumber(BigDecimal value, boolean percent, int start, int end) {

    /** Numbers with an exponent or length beyond this are not read: their exact form could fill the memory. */
    static final int MAXIMUM_DIGITS = 400;

    /**
     * The number that the whole text is, but for surrounding white space, a currency sign before or after it and one
     * full stop at the end.
     *
     * @return empty if there is anything else, or no number
     */
    public static Optional<WrittenNumber> parse(String text) {
        String stripped = PythonText.strip(text);
        Optional<WrittenNumber> last = last(stripped);
        if (last.isEmpty() || last.get().start() != 0) {
            return Optional.empty();
        }
        int i = last.get().end();
        while (i < stripped.length()
                && (PythonText.isSpace(stripped.charAt(i)) || NumberScanner.isCurrency(stripped.charAt(i)))) {
            i++;
        }
        if (i < stripped.length() && stripped.charAt(i) == '.') {
            i++;
        }
        return i == stripped.length() ? last : Optional.empty();
    }

    /**
     * The last number in a text.
     *
     * <p>Commas, thin or no-break spaces and apostrophes group digits by thousands (the Indian grouping is read too); a
     * full stop separates decimals and is not part of a number that it merely ends. A minus sign counts only if no word,
     * number or closing bracket stands right before it, so that "3-4" ends in 4. Fractions, dates and times are not
     * numbers of their own: "1/2" ends in 2.
     *
     * @return empty if there is none, or the last one is absurdly long or large
     */
    public static Optional<WrittenNumber> last(String text) {
        WrittenNumber found = null;
        int i = 0;
        while (i < text.length()) {
            NumberScanner.Reading next = NumberScanner.at(text, i);
            if (next == null) {
                i++;
            } else {
                found = next.number();
                i = next.end();
            }
        }
        return Optional.ofNullable(found);
    }

    /** The number in plain ASCII digits, without grouping and currency, with its percent sign. */
    public String plain() {
        return value.toPlainString() + (percent ? "%" : "");
    }
}
