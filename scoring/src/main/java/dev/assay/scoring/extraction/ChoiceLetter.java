package dev.assay.scoring.extraction;

import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The letter of the option that an answer chose.
 *
 * <p>Looked for in this order, the first that is there decides: the whole answer is a letter ({@code B}, {@code (B)},
 * {@code **B.**}); a statement ({@code the answer is B}, {@code Answer: (B)}, {@code \boxed{B}}), the last or first of
 * several; the last line is a letter, alone or after a label ({@code Réponse : B}); the first line starts with one
 * ({@code B) blue plum}) and no other option is listed anywhere; the whole answer, a statement or the last line is one
 * option's text. Lower-case letters count only where nothing but a letter can be meant. A statement of two letters
 * ({@code A or B}) is no choice. Nothing is ever drawn at random.
 */
final class ChoiceLetter implements Filter {

    /** The letters that can be answers where neither choices nor letters are given. */
    private static final String DEFAULT_LETTERS = "ABCDEFGHIJ";

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final String letters;
    private final boolean last;
    private final ChoiceForms forms = new ChoiceForms();

    /** @param letters upper-case; empty: as many as the item has choices */
    ChoiceLetter(String letters, boolean last) {
        this.letters = letters;
        this.last = last;
    }

    @Override
    public Optional<String> apply(String text, ExtractionContext context) {
        String allowed = allowed(context.choices().size());
        List<String> lines =
                text.lines().filter(line -> !PythonText.strip(line).isEmpty()).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> whole = letter(forms.whole(text), allowed);
        if (whole.isPresent()) {
            return whole;
        }
        List<ChoiceForms.Statement> statements = stated(text, allowed);
        if (!statements.isEmpty()) {
            ChoiceForms.Statement chosen = last ? statements.getLast() : statements.getFirst();
            return chosen.ambiguous() ? Optional.empty() : Optional.of(chosen.letter());
        }
        return letter(forms.labelled(lines.getLast()), allowed)
                .or(() -> letter(forms.whole(lines.getFirst()), allowed))
                .or(() -> leading(text, allowed))
                .or(() -> byText(text, lines.getLast(), context.choices(), allowed));
    }

    private String allowed(int choices) {
        if (!letters.isEmpty()) {
            return letters;
        }
        return choices == 0 ? DEFAULT_LETTERS : ALPHABET.substring(0, Math.min(choices, ALPHABET.length()));
    }

    private List<ChoiceForms.Statement> stated(String text, String allowed) {
        return forms.statements(text, allowed).stream()
                .filter(statement -> allowed.contains(statement.letter()))
                .toList();
    }

    /** The letter that the answer starts with as an item of a list, if it is the only one listed. */
    private Optional<String> leading(String text, String allowed) {
        Optional<String> first = letter(forms.leading(text), allowed);
        List<String> others = new ArrayList<>(forms.listed(text));
        others.removeIf(
                other -> !allowed.contains(other) || first.filter(other::equals).isPresent());
        return others.isEmpty() ? first : Optional.empty();
    }

    private Optional<String> byText(String text, String lastLine, List<String> choices, String allowed) {
        List<String> said = new ArrayList<>(List.of(text, lastLine));
        forms.afterLastHead(text).ifPresent(said::add);
        return said.stream()
                .map(ChoiceLetter::normalized)
                .flatMap(candidate -> positionOf(candidate, choices).stream())
                .filter(position -> position < allowed.length())
                .map(position -> allowed.substring(position, position + 1))
                .findFirst();
    }

    /** Where the only option with this text stands. */
    private static Optional<Integer> positionOf(String candidate, List<String> choices) {
        List<String> texts = choices.stream().map(ChoiceLetter::normalized).toList();
        int position = candidate.isEmpty() ? -1 : texts.indexOf(candidate);
        return position >= 0 && texts.lastIndexOf(candidate) == position ? Optional.of(position) : Optional.empty();
    }

    private static String normalized(String text) {
        String folded = PythonText.lower(String.join(" ", PythonText.split(text)));
        int start = 0;
        int end = folded.length();
        while (start < end && "*_\"'`$([ ".indexOf(folded.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "*_\"'`$)].!, ".indexOf(folded.charAt(end - 1)) >= 0) {
            end--;
        }
        return folded.substring(start, end);
    }

    private static Optional<String> letter(Optional<String> found, String allowed) {
        return found.filter(allowed::contains);
    }
}
