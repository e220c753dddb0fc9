package dev.assay.scoring.robustness;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Words and short forms that can stand for each other wherever they occur in a question. Small on purpose. */
final class Lexicon {

    private static final String SYNONYMS = """
            begin start
            begins starts
            big large
            bigger larger
            biggest largest
            buy purchase
            buys purchases
            bought purchased
            calculate compute
            calculates computes
            choose select
            chooses selects
            compute calculate
            determine find
            entire whole
            explain describe
            fast quick
            faster quicker
            finally lastly
            find determine
            frequently often
            happy glad
            help assist
            helps assists
            huge enormous
            important significant
            kids children
            large big
            larger bigger
            largest biggest
            maybe perhaps
            obtain get
            often frequently
            perhaps maybe
            picture image
            pick choose
            purchase buy
            purchased bought
            quickly rapidly
            rapidly quickly
            receive get
            receives gets
            received got
            reply answer
            select choose
            shop store
            sick ill
            start begin
            starts begins
            started began
            statement assertion
            store shop
            suppose assume
            assume suppose
            therefore thus
            thus therefore
            tiny small
            whole entire
            """;

    private static final String CONTRACTIONS = """
            are not|aren't
            cannot|can't
            could not|couldn't
            did not|didn't
            does not|doesn't
            do not|don't
            had not|hadn't
            has not|hasn't
            have not|haven't
            he is|he's
            i am|i'm
            is not|isn't
            it is|it's
            let us|let's
            she is|she's
            should not|shouldn't
            that is|that's
            there is|there's
            they are|they're
            was not|wasn't
            we are|we're
            were not|weren't
            what is|what's
            where is|where's
            who is|who's
            will not|won't
            would not|wouldn't
            you are|you're
            """;

    private Lexicon() {}

    /** A word for another, one way. */
    static Map<String, String> synonyms() {
        return read(SYNONYMS, " ");
    }

    /** Long forms with their short ones. */
    static Map<String, String> contractions() {
        return read(CONTRACTIONS, "\\|");
    }

    private static Map<String, String> read(String lines, String separator) {
        Map<String, String> entries = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(separator, 2)).forEach(pair -> entries.put(pair[0], pair[1]));
        return entries;
    }

    /** The replacement with a capital if the replaced text has one. */
    static String likeCase(String replaced, String replacement) {
        return Character.isUpperCase(replaced.charAt(0))
                ? replacement.substring(0, 1).toUpperCase(Locale.ROOT) + replacement.substring(1)
                : replacement;
    }
}
