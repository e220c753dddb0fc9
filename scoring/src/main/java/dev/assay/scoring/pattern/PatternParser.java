package dev.assay.scoring.pattern;

import dev.assay.scoring.pattern.Node.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pattern in the syntax of Python's {@code re}.
 *
 * <p>Refused, with the reason: back-references, conditionals, atomic groups and possessive quantifiers (they cannot be
 * matched in linear time as this package does it), named characters, and the flags {@code a} and {@code L}.
 */
final class PatternParser {

    static final int MAXIMUM_LENGTH = 2_000;
    private static final int MAXIMUM_DEPTH = 60;
    private static final int MAXIMUM_REPEAT = 1_000;
    private static final String LINEAR = "; only what can be matched in linear time is";

    private final PatternReader in;
    private final EscapeParser escapes;
    private final ClassParser classes;
    private final Set<String> names = new HashSet<>();
    private int groups;
    private int depth;

    PatternParser(String pattern) {
        this.in = new PatternReader(pattern);
        this.escapes = new EscapeParser(in);
        this.classes = new ClassParser(in, escapes);
        if (pattern.length() > MAXIMUM_LENGTH) {
            throw new PatternException(
                    "more than " + MAXIMUM_LENGTH + " characters", pattern.substring(0, 40) + "…", MAXIMUM_LENGTH);
        }
    }

    Node parse(boolean ignoreCase) {
        Flags flags = new Flags(ignoreCase, false, false, false);
        Flags leading = leadingFlags(flags);
        while (leading != null) {
            flags = leading;
            leading = leadingFlags(flags);
        }
        Node node = choice(flags);
        if (!in.isAtEnd()) {
            throw in.wrong("unbalanced ')'");
        }
        return node;
    }

    int groups() {
        return groups;
    }

    PatternException tooLarge() {
        return in.wrong("the pattern is too large once its repetitions are written out");
    }

    /** Flags for the whole pattern, which must stand first; null if there are none here. */
    private @Nullable Flags leadingFlags(Flags flags) {
        int start = in.position();
        if (!in.take("(?")) {
            return null;
        }
        Flags result = flags;
        while (result != null && in.peek() != ')') {
            result = result.with(in.next(), true);
        }
        if (result == null || in.position() == start + 2) {
            in.returnTo(start);
            return null;
        }
        in.next();
        return result;
    }

    private Node choice(Flags flags) {
        if (++depth > MAXIMUM_DEPTH) {
            throw in.wrong("groups are nested too deeply");
        }
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(sequence(flags));
        } while (in.take("|"));
        depth--;
        return branches.size() == 1 ? branches.getFirst() : new Node.Choice(branches);
    }

    private Node sequence(Flags flags) {
        List<Node> parts = new ArrayList<>();
        while (!in.isAtEnd() && in.peek() != '|' && in.peek() != ')') {
            if (flags.verbose() && skipVerbose()) {
                continue;
            }
            Node atom = atom(flags);
            if (atom != null) {
                parts.add(quantified(atom, flags));
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts);
    }

    private boolean skipVerbose() {
        int c = in.peek();
        if (c == '#') {
            while (!in.isAtEnd() && in.next() != '\n') {
                continue;
            }
            return true;
        }
        boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (blank) {
            in.next();
        }
        return blank;
    }

    /** @return null for a comment, which is nothing that could be repeated */
    private @Nullable Node atom(Flags flags) {
        int c = in.next();
        return switch (c) {
            case '.' ->
                new Node.One(
                        flags.dotAll()
                                ? CharSet.NONE.complement()
                                : CharSet.only('\n').complement());
            case '^' -> new Node.Anchor(flags.multiline() ? Place.LINE_START : Place.TEXT_START);
            case '$' -> new Node.Anchor(flags.multiline() ? Place.LINE_END : Place.TEXT_END_OR_LAST_LINE_FEED);
            case '[' -> new Node.One(classes.parse(flags.ignoreCase()));
            case '(' -> group(flags);
            case '\\' -> escape(flags);
            case '*', '+', '?' -> throw in.wrong("nothing to repeat");
            default -> literal(c, flags);
        };
    }

    private static Node literal(int codePoint, Flags flags) {
        CharSet set = CharSet.only(codePoint);
        return new Node.One(flags.ignoreCase() ? set.ignoringCase() : set);
    }

    private Node escape(Flags flags) {
        int escaped = in.next();
        CharSet category = escapes.category(escaped);
        if (category != null) {
            return new Node.One(category);
        }
        return switch (escaped) {
            case 'b' -> new Node.Anchor(Place.WORD_EDGE);
            case 'B' -> new Node.Anchor(Place.NO_WORD_EDGE);
            case 'A' -> new Node.Anchor(Place.TEXT_START);
            case 'Z', 'z' -> new Node.Anchor(Place.TEXT_END);
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                throw in.wrong("back-references are not supported" + LINEAR);
            default -> literal(escapes.literal(escaped), flags);
        };
    }

    private @Nullable Node group(Flags flags) {
        if (!in.take("?")) {
            return capture(flags);
        }
        if (in.take(":")) {
            return close(choice(flags));
        }
        if (in.take("=")) {
            return close(new Node.Look(choice(flags), false, false, 0));
        }
        if (in.take("!")) {
            return close(new Node.Look(choice(flags), true, false, 0));
        }
        if (in.take("<=")) {
            return behind(choice(flags), false);
        }
        if (in.take("<!")) {
            return behind(choice(flags), true);
        }
        if (in.take("#")) {
            in.until(')');
            return null;
        }
        if (in.take("P=") || in.take("(")) {
            throw in.wrong("back-references and conditionals are not supported" + LINEAR);
        }
        if (in.take(">")) {
            throw in.wrong("atomic groups are not supported" + LINEAR);
        }
        if (in.take("P<") || in.take("<")) {
            String name = in.until('>');
            if (name.isEmpty() || !names.add(name)) {
                throw in.wrong("the group name '" + name + "' is empty or used twice");
            }
            return capture(flags);
        }
        return close(choice(scopedFlags(flags)));
    }

    private Node capture(Flags flags) {
        int number = ++groups;
        return close(new Node.Capture(choice(flags), number));
    }

    private Node behind(Node body, boolean negative) {
        Width width = Width.of(body);
        if (!width.isFixed()) {
            throw in.wrong("a look-behind needs a fixed width");
        }
        return close(new Node.Look(body, negative, true, (int) width.least()));
    }

    private Flags scopedFlags(Flags outer) {
        Flags flags = outer;
        boolean on = true;
        while (!in.take(":")) {
            if (in.take("-")) {
                on = false;
                continue;
            }
            Flags changed = in.isAtEnd() ? null : flags.with(in.next(), on);
            if (changed == null) {
                throw in.wrong("unknown or misplaced flag, or unknown kind of group");
            }
            flags = changed;
        }
        return flags;
    }

    private Node close(Node node) {
        if (!in.take(")")) {
            throw in.wrong("missing ')'");
        }
        return node;
    }

    private Node quantified(Node atom, Flags flags) {
        while (flags.verbose() && skipVerbose()) {
            continue;
        }
        int[] times = times();
        if (times == null) {
            return atom;
        }
        if (atom instanceof Node.Anchor) {
            throw in.wrong("an anchor cannot be repeated");
        }
        boolean greedy = !in.take("?");
        if (greedy && in.take("+")) {
            throw in.wrong("possessive quantifiers are not supported" + LINEAR);
        }
        int after = in.position();
        if (times() != null) {
            in.returnTo(after);
            throw in.wrong("multiple repeat");
        }
        return new Node.Repeat(atom, times[0], times[1], greedy);
    }

    /** The quantifier's minimum and maximum; null, and nothing read, if there is none here. */
    private int @Nullable [] times() {
        if (in.take("*")) {
            return new int[] {0, Node.UNBOUNDED};
        }
        if (in.take("+")) {
            return new int[] {1, Node.UNBOUNDED};
        }
        if (in.take("?")) {
            return new int[] {0, 1};
        }
        int start = in.position();
        if (!in.take("{")) {
            return null;
        }
        String least = in.digits();
        boolean range = in.take(",");
        String most = range ? in.digits() : least;
        // A brace that is no quantifier stands for itself.
        if ((least.isEmpty() && !range) || !in.take("}")) {
            in.returnTo(start);
            return null;
        }
        int minimum = least.isEmpty() ? 0 : count(least);
        int maximum = most.isEmpty() ? Node.UNBOUNDED : count(most);
        if (maximum != Node.UNBOUNDED && maximum < minimum) {
            throw in.wrong("the maximum of a repetition is below its minimum");
        }
        return new int[] {minimum, maximum};
    }

    private int count(String digits) {
        if (digits.length() > 4 || Integer.parseInt(digits) > MAXIMUM_REPEAT) {
            throw in.wrong("a repetition may not go beyond " + MAXIMUM_REPEAT);
        }
        return Integer.parseInt(digits);
    }
}
