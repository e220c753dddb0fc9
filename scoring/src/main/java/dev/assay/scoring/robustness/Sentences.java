package dev.assay.scoring.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where sentences begin. */
final class Sentences {

    /** After these a full stop ends no sentence. */
    private static final Set<String> ABBREVIATIONS =
            Set.of("mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "e", "g", "i", "fig", "no", "approx", "ca");

    private Sentences() {}

    /** Whether the word at a place begins a sentence: the first of the text, or after a full stop and white space. */
    static boolean startAt(Pieces pieces, int place) {
        int before = place - 1;
        boolean space = false;
        while (pieces.is(before, Pieces.Kind.SPACE)) {
            space = true;
            before--;
        }
        if (before < 0) {
            return true;
        }
        String mark = pieces.at(before).text();
        return space && pieces.is(before, Pieces.Kind.OTHER) && ends(mark) && !abbreviates(pieces, before, mark);
    }

    private static boolean ends(String mark) {
        return mark.endsWith(".") || mark.endsWith("?") || mark.endsWith("!");
    }

    private static boolean abbreviates(Pieces pieces, int place, String mark) {
        return mark.equals(".")
                && pieces.is(place - 1, Pieces.Kind.WORD)
                && (ABBREVIATIONS.contains(pieces.at(place - 1).text().toLowerCase(Locale.ROOT))
                        || pieces.at(place - 1).text().length() == 1);
    }

    /** The places of all words that begin a sentence. */
    static List<Integer> starts(Pieces pieces) {
        List<Integer> starts = new ArrayList<>();
        for (int place : pieces.places(Pieces.Kind.WORD, word -> true)) {
            if (startAt(pieces, place)) {
                starts.add(place);
            }
        }
        return starts;
    }
}
