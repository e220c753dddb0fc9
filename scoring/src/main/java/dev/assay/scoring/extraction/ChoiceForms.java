package dev.assay.scoring.extraction;

import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways in which a letter is written that means an option. */
final class ChoiceForms {

    private static final String OPEN =
            "(?:[\\s*_\"'`$(\\[{]|\\\\boxed|\\\\textbf|\\\\text|\\\\mathrm|\\\\mathbf|\\\\\\()*";
    private static final String CLOSE = "(?:[\\s*_\"'`$)\\]}.,;:!]|\\\\\\))*";
    /** Words that lead to a letter without being a statement alone: "Option B" says nothing about B. */
    private static final String NOUN = "(?i:(?:the\\s+)?(?:answer|option|choice|letter)(?:\\s+is)?\\b[\\s:：]*)?";

    private static final String VERB = "(?i:is|would\\s+be|should\\s+be|must\\s+be)\\b[\\s*_]*[:：]?";
    private static final String HEAD =
            "(?:(?i:\\b(?:answer|closest|(?:correct|right|best|final|closest|my)\\s+(?:option|choice|letter|one))\\b)"
                    + "[\\s*_\"')]*(?:" + VERB + "|[:：=])"
                    + "(?i:\\s*\\b(?:the|option|choice|letter|answer|correct|most|likely|probably|clearly|therefore|thus)\\b)*[:：]?"
                    + "|(?i:\\bit\\s+is|\\bit's|\\bI\\s+(?:would\\s+)?(?:choose|pick|select|say|go\\s+with))\\b"
                    + "(?i:\\s*\\b(?:option|choice|letter)\\b)?)";

    private final SafePattern whole = SafePattern.compile("\\A" + OPEN + NOUN + OPEN + "([A-Za-z])" + CLOSE + "\\Z");
    private final SafePattern labelled =
            SafePattern.compile("\\A(?:[^:：]{1,40}[:：])?" + OPEN + "([A-Z])" + CLOSE + "\\Z");
    private final SafePattern leading = SafePattern.compile(
            "\\A\\s*(?:(?i:option|choice)\\s+)?(?:[(\\[*_]{1,4}([A-Z])[)\\]*_]|([A-Z])[.):：])(?=\\W|\\Z)");
    private final SafePattern listed = SafePattern.compile("(?:^|[\\s*_])\\(?([A-Z])(?:\\)|[.:](?=\\s|\\Z))");
    private final SafePattern statement = SafePattern.compile(
            HEAD + OPEN + "([A-Za-z])(?![\\w'’]|-\\w)|\\\\boxed\\s*\\{" + OPEN + "([A-Za-z])" + "[\\s).}]*\\}");
    private final SafePattern head = SafePattern.compile(HEAD);
    private final SafePattern bare = SafePattern.compile("\\A[\\s.]*(?:\\Z|\\n)");
    private final SafePattern article =
            SafePattern.compile("\\A[ \\t]+(?!because\\b|since\\b|as\\b|due\\b|which\\b|with\\b)[a-z]");
    private final SafePattern another = SafePattern.compile(
            "\\A[)\\]}*_\\s]*(?:,|/|&|\\band\\b|\\bor\\b)\\s*(?:option\\s+)?[(\\[*_]*([A-Z])(?![\\w'’])");

    /** The letter that the text is, but for brackets, emphasis, LaTeX and a noun before it. */
    Optional<String> whole(String text) {
        return letterOf(whole.first(text));
    }

    /** The same with a label before a colon, upper-case only. */
    Optional<String> labelled(String line) {
        return letterOf(labelled.first(PythonText.strip(line)));
    }

    /** The letter that the text starts with, set off as in a list. */
    Optional<String> leading(String text) {
        return letterOf(leading.first(text));
    }

    /** All letters that are set off as in a list. */
    List<String> listed(String text) {
        return listed.all(text).stream()
                .flatMap(match -> match.answer().stream())
                .toList();
    }

    /** The letters that the text says are the answer, in order. */
    List<Statement> statements(String text, String allowed) {
        List<Statement> statements = new ArrayList<>();
        for (Match match : statement.all(text)) {
            String written = match.answer().orElseThrow();
            String rest = text.substring(match.end());
            boolean boxed = match.groups().get(2).isPresent();
            boolean bracketed = boxed || isOpening(text, match.end() - 2);
            if (bracketed || isMeant(written, rest)) {
                statements.add(new Statement(PythonText.upper(written), namesAnother(rest, allowed)));
            }
        }
        return statements;
    }

    /** What stands between the last statement's head and the end of its line. */
    Optional<String> afterLastHead(String text) {
        return head.last(text).map(match -> {
            int end = text.indexOf('\n', match.end());
            return text.substring(match.end(), end < 0 ? text.length() : end);
        });
    }

    /** An upper-case letter is meant unless it reads as a word; a lower-case one only if it ends the line. */
    private boolean isMeant(String letter, String rest) {
        if (Character.isLowerCase(letter.charAt(0))) {
            return bare.first(rest).isPresent();
        }
        boolean word = letter.equals("A") || letter.equals("I");
        return !word || article.first(rest).isEmpty();
    }

    private boolean namesAnother(String rest, String allowed) {
        Optional<Match> other = another.first(rest);
        return other.flatMap(Match::answer)
                .filter(allowed::contains)
                .filter(letter -> isMeant(letter, rest.substring(other.get().end())))
                .isPresent();
    }

    private static boolean isOpening(String text, int place) {
        return place >= 0 && "([{*".indexOf(text.charAt(place)) >= 0;
    }

    private static Optional<String> letterOf(Optional<Match> match) {
        return match.flatMap(Match::answer).map(PythonText::upper);
    }

    /**
     * A letter that was said to be the answer.
     *
     * @param ambiguous whether another letter was named in the same breath
     */
    record Statement(String letter, boolean ambiguous) {}
}
