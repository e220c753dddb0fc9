package dev.assay.scoring.sentence;

import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes text apart into words and marks as Punkt does, leaving full stops at their words: rows of hyphens or stops, words
 * up to white space or a mark that no word contains, and single marks. Positions are UTF-16 units.
 */
final class Tokens {

    /** No word begins with one of these. */
    private static final String NO_WORD_START = "(\"`{[:;&#*@)}]-,";

    /** No word contains one of these. */
    private static final String NO_WORD_PART = "?!)\";}]*:@'({[";

    private final String line;

    private Tokens(String line) {
        this.line = line;
    }

    static boolean endsWord(char mark) {
        return NO_WORD_PART.indexOf(mark) >= 0;
    }

    /** The tokens of a text of any number of lines. */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            new Tokens(line).collect(tokens);
        }
        return tokens;
    }

    private void collect(List<Token> tokens) {
        int at = 0;
        while (at < line.length()) {
            if (PythonText.isSpace(line.charAt(at))) {
                at++;
            } else {
                int end = end(at);
                tokens.add(Token.of(line.substring(at, end)));
                at = end;
            }
        }
    }

    private int end(int start) {
        int row = endOfRow(start);
        if (row > start) {
            return row;
        }
        int end = start + Character.charCount(line.codePointAt(start));
        if (NO_WORD_START.indexOf(line.charAt(start)) >= 0) {
            return end;
        }
        while (!isWordEnd(end)) {
            end++;
        }
        return end;
    }

    private boolean isWordEnd(int place) {
        if (isSpaceOrEnd(place) || endsWord(line.charAt(place)) || endOfRow(place) > place) {
            return true;
        }
        return line.charAt(place) == ','
                && (isSpaceOrEnd(place + 1) || endsWord(line.charAt(place + 1)) || endOfRow(place + 1) > place + 1);
    }

    private boolean isSpaceOrEnd(int place) {
        return place >= line.length() || PythonText.isSpace(line.charAt(place));
    }

    /** Where a row of hyphens, of stops, or of stops with a blank after each ends; the start if there is none. */
    private int endOfRow(int start) {
        int hyphens = endOfRun(start, '-');
        if (hyphens - start >= 2) {
            return hyphens;
        }
        int stops = endOfRun(start, '.');
        return stops - start >= 2 ? stops : endOfSpacedStops(start);
    }

    private int endOfRun(int start, char mark) {
        int end = start;
        while (end < line.length() && line.charAt(end) == mark) {
            end++;
        }
        return end;
    }

    private int endOfSpacedStops(int start) {
        int pairs = 0;
        int at = start;
        while (at + 1 < line.length() && line.charAt(at) == '.' && PythonText.isSpace(line.charAt(at + 1))) {
            pairs++;
            at += 2;
        }
        boolean stopFollows = at < line.length() && line.charAt(at) == '.';
        // Without a last stop the row ends at the stop of the last pair.
        int end = stopFollows ? at + 1 : at - 1;
        int whole = stopFollows ? pairs : pairs - 1;
        return whole >= 2 ? end : start;
    }
}
