package dev.assay.scoring.sentence;

import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Splits English text into sentences by fixed rules, as IFEval's {@code split_into_sentences} does.
 *
 * <p>Stops that end no sentence are hidden first: of titles, web sites, decimal numbers, rows of stops, initials, acronyms
 * and firms. Then every stop, question and exclamation mark ends one. What is hidden and where a sentence ends are written
 * into the text as {@code <prd>} and {@code <stop>}, so that a text which holds these itself is changed, as there.
 *
 * <p>Edges: an empty text has no sentences; line feeds become blanks. Stateless.
 */
public final class RuleSentences {

    private static final String LETTER = "([A-Za-z])";
    private static final String STARTERS =
            "(Mr|Mrs|Ms|Dr|Prof|Capt|Cpt|Lt|He\\s|She\\s|It\\s|They\\s|Their\\s|Our\\s|We\\s|But\\s"
                    + "|However\\s|That\\s|This\\s|Wherever)";
    private static final String FIRMS = "(Inc|Ltd|Jr|Sr|Co)";

    private static final List<Substitution> BEFORE_ROWS = List.of(
            Substitution.of("(Mr|St|Mrs|Ms|Dr)[.]", "\\1<prd>"),
            Substitution.of("[.](com|net|org|io|gov|edu|me)", "<prd>\\1"),
            Substitution.of("([0-9])[.]([0-9])", "\\1<prd>\\2"));

    /** What stands for a row of stops is as long as the row. */
    private static final Substitution ROW_END = Substitution.of("(\\.\\.+)", "\\1<stop>");

    private static final List<Substitution> AFTER_ROWS = Stream.of(
                    Substitution.of("Ph\\.D\\.", "Ph<prd>D<prd>"),
                    Substitution.of("\\s" + LETTER + "[.] ", " \\1<prd> "),
                    Substitution.of("([A-Z][.][A-Z][.](?:[A-Z][.])?) " + STARTERS, "\\1<stop> \\2"),
                    Substitution.of(LETTER + "[.]" + LETTER + "[.]" + LETTER + "[.]", "\\1<prd>\\2<prd>\\3<prd>"),
                    Substitution.of(LETTER + "[.]" + LETTER + "[.]", "\\1<prd>\\2<prd>"),
                    Substitution.of(" " + FIRMS + "[.] " + STARTERS, " \\1<stop> \\2"),
                    Substitution.of(" " + FIRMS + "[.]", " \\1<prd>"),
                    Substitution.of(" " + LETTER + "[.]", " \\1<prd>"))
            .toList();

    private RuleSentences() {}

    /** The sentences, without white space around them. @throws PatternLimitException if the text is far too long */
    public static List<String> split(String text) {
        String marked = " " + text + "  ";
        marked = marked.replace('\n', ' ');
        for (Substitution rule : BEFORE_ROWS) {
            marked = rule.apply(marked);
        }
        marked = withoutRows(ROW_END.apply(marked));
        for (Substitution rule : AFTER_ROWS) {
            marked = rule.apply(marked);
        }
        marked = marked.replace(".”", "”.")
                .replace(".\"", "\".")
                .replace("!\"", "\"!")
                .replace("?\"", "\"?")
                .replace(".", ".<stop>")
                .replace("?", "?<stop>")
                .replace("!", "!<stop>")
                .replace("<prd>", ".");
        List<String> sentences = new ArrayList<>();
        for (String sentence : marked.split("<stop>", -1)) {
            sentences.add(PythonText.strip(sentence));
        }
        if (sentences.getLast().isEmpty()) {
            sentences.removeLast();
        }
        return sentences;
    }

    private static String withoutRows(String text) {
        StringBuilder hidden = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean inRow = text.charAt(i) == '.' && (text.startsWith("..", i) || (i > 0 && text.charAt(i - 1) == '.'));
            hidden.append(inRow ? "<prd>" : text.charAt(i));
        }
        return hidden.toString();
    }
}
