package dev.assay.scoring.translation;

import dev.assay.scoring.translation.PairRule.Around;

/** What the tokenizers of mteval-v13a and of Tercom have in common. */
final class WesternRules {

    private static final PairRule MARK_AFTER_OTHER =
            new PairRule(c -> !isDigit(c), WesternRules::isPeriodOrComma, Around.AFTER);
    private static final PairRule MARK_BEFORE_OTHER =
            new PairRule(WesternRules::isPeriodOrComma, c -> !isDigit(c), Around.BEFORE);
    private static final PairRule DASH_AFTER_DIGIT = new PairRule(WesternRules::isDigit, c -> c == '-', Around.AFTER);

    private WesternRules() {}

    /** Restores the four characters that SGML must escape, in this order, so that {@code &amp;lt;} ends as a bracket. */
    static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }

    /** Sets ASCII punctuation apart, but for apostrophe, comma, full stop and dash. */
    static String splitSymbols(String text) {
        return PairRule.setApart(text, WesternRules::isSymbol);
    }

    /** Sets full stops and commas apart unless between digits, and dashes after a digit. */
    static String splitPeriodsAndDashes(String text) {
        return DASH_AFTER_DIGIT.apply(MARK_BEFORE_OTHER.apply(MARK_AFTER_OTHER.apply(text)));
    }

    private static boolean isSymbol(int c) {
        return (c >= '{' && c <= '~')
                || (c >= '[' && c <= '`')
                || (c >= '!' && c <= '&')
                || (c >= '(' && c <= '+')
                || (c >= ':' && c <= '@')
                || c == '/';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPeriodOrComma(int c) {
        return c == '.' || c == ',';
    }
}
