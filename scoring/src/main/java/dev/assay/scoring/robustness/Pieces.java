package dev.assay.scoring.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into words, spaces and the rest, so that words can be changed while all that carries exact meaning stays:
 * code, formulas, addresses, template placeholders, quotations, anything with a digit, and what the subject wants kept.
 * The pieces together are the text again. Mutable.
 */
final class Pieces {

    /** What a piece is. */
    enum Kind {
        WORD,
        SPACE,
        OTHER
    }

    record Piece(String text, Kind kind) {}

    /** Words that turn a statement around or count: a slip in one of them is not harmless. */
    private static final Set<String> WEIGHTY = Set.of("""
            not never none nothing nobody neither without except unless only least most more
            less fewer before after above below over under increase decrease true false always
            minus plus zero one two three four five six seven eight nine ten eleven twelve
            hundred thousand million half double twice cannot
            """.strip().split("\\s+"));

    /** Code, placeholders, formulas, addresses, quotations. Bounded, so that a mark never closed costs little. */
    private static final String FIXED =
            "(?s)```.{0,5000}?```|`[^`\\n]{1,500}`|\\{\\{.{0,500}?}}|\\{%.{0,500}?%}|\\$[^$\\n]{1,500}\\$"
                    + "|\\\\[a-zA-Z]+(?:\\{[^{}\\n]{0,200}})*|https?://\\S+|\"[^\"\\n]{1,500}\"|\u201c[^\u201d\\n]{1,500}\u201d";

    private static final String WITH_DIGITS_OR_SIGNS = "|\\S*[0-9@_#<>=/\\\\]\\S*";

    private static final Pattern WORD_OR_SPACE = Pattern.compile("(\\p{L}[\\p{L}\\p{M}'\u2019]*)|(\\s+)");

    private final List<Piece> pieces = new ArrayList<>();

    private Pieces() {}

    static Pieces of(Subject subject) {
        Pieces pieces = new Pieces();
        String text = subject.text();
        Matcher exact = exact(subject, WITH_DIGITS_OR_SIGNS).matcher(text);
        int end = 0;
        while (exact.find()) {
            pieces.cut(text.substring(end, exact.start()));
            pieces.pieces.add(new Piece(exact.group(), Kind.OTHER));
            end = exact.end();
        }
        pieces.cut(text.substring(end));
        return pieces;
    }

    private static Pattern exact(Subject subject, String more) {
        StringBuilder pattern = new StringBuilder();
        for (String kept : subject.kept()) {
            if (!kept.isEmpty()) {
                pattern.append(Pattern.quote(kept)).append('|');
            }
        }
        return Pattern.compile(pattern + FIXED + more);
    }

    /** Whether a part of the text touches code or the like, or what the subject wants kept. */
    static Predicate<MatchResult> touchesFixed(Subject subject) {
        List<MatchResult> fixed =
                exact(subject, "").matcher(subject.text()).results().toList();
        return part -> fixed.stream().anyMatch(span -> span.start() < part.end() && part.start() < span.end());
    }

    private void cut(String text) {
        Matcher matcher = WORD_OR_SPACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                pieces.add(new Piece(text.substring(end, matcher.start()), Kind.OTHER));
            }
            pieces.add(new Piece(matcher.group(), matcher.group(1) == null ? Kind.SPACE : Kind.WORD));
            end = matcher.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(text.substring(end), Kind.OTHER));
        }
    }

    int size() {
        return pieces.size();
    }

    Piece at(int place) {
        return pieces.get(place);
    }

    /** The kind of a piece; nothing lies outside of the text. */
    boolean is(int place, Kind kind) {
        return place >= 0 && place < pieces.size() && pieces.get(place).kind() == kind;
    }

    /** The places of pieces of a kind for which a condition holds. */
    List<Integer> places(Kind kind, Predicate<String> condition) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).kind() == kind && condition.test(pieces.get(i).text())) {
                places.add(i);
            }
        }
        return places;
    }

    void replace(int place, String text) {
        pieces.set(place, new Piece(text, pieces.get(place).kind()));
    }

    /** Whether a word can take a slip of the pen: lower case, not too short, and no word that everything hangs on. */
    static boolean isRobust(String word) {
        return word.length() >= 4 && word.chars().allMatch(c -> c >= 'a' && c <= 'z') && !WEIGHTY.contains(word);
    }

    String join() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
