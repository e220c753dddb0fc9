package dev.assay.scoring.sentence;

import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;

/**
 * Replaces all matches of a pattern, as Python's {@code re.sub} does.
 *
 * @param replacement text, in which a backslash and a digit stand for what that group matched; 0 is the whole match
 */
record Substitution(SafePattern pattern, String replacement) {

    static Substitution of(String pattern, String replacement) {
        return new Substitution(SafePattern.compile(pattern), replacement);
    }

    String apply(String text) {
        StringBuilder changed = new StringBuilder(text.length());
        int end = 0;
        for (Match match : pattern.all(text)) {
            changed.append(text, end, match.start());
            append(changed, match);
            end = match.end();
        }
        return changed.append(text, end, text.length()).toString();
    }

    private void append(StringBuilder changed, Match match) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c == '\\') {
                i++;
                int group = replacement.charAt(i) - '0';
                changed.append(match.groups().get(group).orElse(""));
            } else {
                changed.append(c);
            }
        }
    }
}
