package dev.assay.scoring.pattern;

import org.jspecify.annotations.Nullable;

/** Reads a character class from after its opening bracket to its closing one. */
final class ClassParser {

    private final PatternReader in;
    private final EscapeParser escapes;

    ClassParser(PatternReader in, EscapeParser escapes) {
        this.in = in;
        this.escapes = escapes;
    }

    CharSet parse(boolean ignoreCase) {
        boolean negated = in.take("^");
        CharSet set = CharSet.NONE;
        // A bracket that closes at once would make an empty class: as in Python, it is a member.
        boolean first = true;
        while (first || in.peek() != ']') {
            if (in.isAtEnd()) {
                throw in.wrong("the character class is not closed");
            }
            set = set.or(member());
            first = false;
        }
        in.next();
        CharSet folded = ignoreCase ? set.ignoringCase() : set;
        return negated ? folded.complement() : folded;
    }

    private CharSet member() {
        Element low = element();
        boolean range = in.peek() == '-' && in.peek(1) != ']' && in.peek(1) != PatternReader.END;
        if (!range) {
            return low.category() != null ? low.category() : CharSet.only(low.codePoint());
        }
        in.next();
        Element high = element();
        if (low.category() != null || high.category() != null || low.codePoint() > high.codePoint()) {
            throw in.wrong("bad range in the character class");
        }
        return CharSet.range(low.codePoint(), high.codePoint());
    }

    private Element element() {
        int c = in.next();
        if (c != '\\') {
            return new Element(null, c);
        }
        int escaped = in.next();
        CharSet category = escapes.category(escaped);
        if (category != null) {
            return new Element(category, 0);
        }
        return new Element(null, escaped == 'b' ? '\b' : escapes.literal(escaped));
    }

    /** Either a class escape or one code point. */
    private record Element(@Nullable CharSet category, int codePoint) {}
}
