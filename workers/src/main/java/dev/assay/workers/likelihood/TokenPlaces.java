package dev.assay.workers.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the tokens of an echoed text begin.
 *
 * <p>If the tokens' texts put together are the text, that says it; special tokens before the text, such as one that marks a
 * beginning, are passed over. Else (a character may be several tokens, whose texts are then not readable) the provider's
 * offsets say it, in whichever unit fits the tokens that are readable.
 *
 * @param unit of the places
 * @param first the first token of the text; those before are special
 * @param begins where each token begins, from the text's beginning; not decreasing
 */
record TokenPlaces(TextUnit unit, int first, int[] begins) {

    /** Beginning-of-sequence tokens; some models have two. */
    private static final int MOST_SPECIAL = 2;

    private static final int NOWHERE = -1;

    static TokenPlaces of(String text, List<String> tokens, @Nullable List<@Nullable Integer> offsets)
            throws NotJudged {
        int[] told = told(tokens, offsets);
        for (int first = 0; first <= Math.min(MOST_SPECIAL, tokens.size() - 1); first++) {
            if (String.join("", tokens.subList(first, tokens.size())).startsWith(text)) {
                return ofTexts(tokens, first);
            }
        }
        if (told.length == 0) {
            throw new NotJudged("it does not tell where its tokens begin");
        }
        for (int first = 0; first <= Math.min(MOST_SPECIAL, tokens.size() - 1); first++) {
            for (TextUnit unit : TextUnit.values()) {
                if (fits(text, tokens, told, first, unit)) {
                    return new TokenPlaces(unit, first, from(told, first));
                }
            }
        }
        throw new NotJudged("the offsets of its tokens do not fit their texts");
    }

    private static int[] told(List<String> tokens, @Nullable List<@Nullable Integer> offsets) throws NotJudged {
        if (offsets == null || offsets.isEmpty()) {
            return new int[0];
        }
        if (offsets.size() != tokens.size() || offsets.stream().anyMatch(Objects::isNull)) {
            throw new NotJudged(
                    "it tells " + tokens.size() + " tokens but " + offsets.size() + " offsets, or empty ones");
        }
        int[] told = offsets.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 1; i < told.length; i++) {
            if (told[i] < told[i - 1]) {
                throw new NotJudged("the offsets of its tokens go back");
            }
        }
        return told;
    }

    private static TokenPlaces ofTexts(List<String> tokens, int first) {
        int[] begins = new int[tokens.size()];
        int at = 0;
        for (int i = first; i < begins.length; i++) {
            begins[i] = at;
            at += TextUnit.CODE_POINTS.length(tokens.get(i));
        }
        return new TokenPlaces(TextUnit.CODE_POINTS, first, begins);
    }

    private static int[] from(int[] told, int first) {
        int[] begins = told.clone();
        for (int i = 0; i < begins.length; i++) {
            begins[i] -= told[first];
        }
        return begins;
    }

    /** Whether each readable token of the text stands where its offset says, and there is one. */
    private static boolean fits(String text, List<String> tokens, int[] told, int first, TextUnit unit) {
        int[] characters = characters(text, unit);
        int end = unit.length(text);
        boolean found = false;
        for (int i = first; i < told.length; i++) {
            int at = told[i] - told[first];
            String token = tokens.get(i);
            if (at >= end || !isReadable(token)) {
                continue;
            }
            int character = characters[at];
            if (character == NOWHERE || !begins(text, character, token)) {
                return false;
            }
            found = true;
        }
        return found;
    }

    /** The last token of a text may reach into what was generated. */
    private static boolean begins(String text, int at, String token) {
        return text.startsWith(token, at) || token.startsWith(text.substring(at));
    }

    /** For each place in units the index of the character that begins there. */
    private static int[] characters(String text, TextUnit unit) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            found.add(i);
            int units = unit.length(new String(Character.toChars(text.codePointAt(i))));
            for (int rest = 1; rest < units; rest++) {
                found.add(NOWHERE);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Parts of characters are written as replacement characters, or by their bytes. */
    private static boolean isReadable(String token) {
        return !token.isEmpty()
                && token.indexOf('\uFFFD') < 0
                && !token.startsWith("bytes:")
                && !token.startsWith("<0x")
                && token.indexOf('Ġ') < 0
                && token.indexOf('▁') < 0;
    }

    /** Where a token ends, which is where the next one begins. */
    int end(int token, int textEnd) {
        return token + 1 < begins.length ? Math.min(begins[token + 1], textEnd) : textEnd;
    }
}
