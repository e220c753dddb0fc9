package dev.assay.scoring.translation;

import dev.assay.scoring.text.PythonText;
import dev.assay.scoring.translation.PairRule.Around;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How BLEU cuts a segment into words. The text is expected without white space at its end. Stateless.
 *
 * <p>Source: sacreBLEU 2, {@code tokenizers/tokenizer_{13a,intl,char,zh,none}.py}.
 */
public enum BleuTokenizer {
    /** That of WMT: mteval-v13a, made for Western languages. */
    MTEVAL_13A("13a"),
    /** mteval-v14 international: punctuation and symbols of all scripts are set apart. */
    INTERNATIONAL("intl"),
    /** Every code point is a word. */
    CHARACTER("char"),
    /** Chinese characters one by one, the rest as in 13a. */
    CHINESE("zh"),
    /** None: the text is tokenized already. */
    NONE("none");

    private static final PairRule PUNCTUATION_AFTER_OTHER =
            new PairRule(c -> !isNumber(c), BleuTokenizer::isPunctuation, Around.AFTER);
    private static final PairRule PUNCTUATION_BEFORE_OTHER =
            new PairRule(BleuTokenizer::isPunctuation, c -> !isNumber(c), Around.BEFORE);

    private final String written;

    BleuTokenizer(String written) {
        this.written = written;
    }

    /** Its name in signatures and definitions. */
    public String written() {
        return written;
    }

    /** The tokenizer of this name. */
    public static Optional<BleuTokenizer> named(String written) {
        return Arrays.stream(values()).filter(t -> t.written.equals(written)).findFirst();
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(BleuTokenizer::written).toList();
    }

    /** The text with single spaces between words; with {@link #NONE} as it was. */
    public String tokenize(String text) {
        return switch (this) {
            case MTEVAL_13A -> mteval(text);
            case INTERNATIONAL -> international(text);
            case CHARACTER -> text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
            case CHINESE -> western(PairRule.setApart(PythonText.strip(text), Chinese::isSetApart));
            case NONE -> text;
        };
    }

    private static String mteval(String text) {
        String line = text.replace("<skipped>", "").replace("-\n", "").replace('\n', ' ');
        return western(" " + WesternRules.unescape(line) + " ");
    }

    private static String western(String text) {
        return join(WesternRules.splitPeriodsAndDashes(WesternRules.splitSymbols(text)));
    }

    private static String international(String text) {
        String paired = PUNCTUATION_BEFORE_OTHER.apply(PUNCTUATION_AFTER_OTHER.apply(text));
        return join(PairRule.setApart(paired, BleuTokenizer::isSymbol));
    }

    private static String join(String text) {
        return String.join(" ", PythonText.split(text));
    }

    private static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSymbol(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }

    private static boolean isNumber(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
