package dev.assay.scoring.pattern;

import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A regular expression in Python's syntax that cannot be made to run away.
 *
 * <p>Matches, captures and the order in which they are found are those of Python's {@code re.finditer}, for text
 * patterns; characters are Unicode code points. The time for one match grows linearly with pattern and text, but for
 * look-arounds; the time for all that a call does is bounded by a budget of steps. Immutable and thread-safe.
 */
public final class SafePattern {

    private final String source;
    private final Program program;
    private final int groups;
    private final FirstSet first;
    private final boolean anchored;

    private SafePattern(String source, Program program, int groups, FirstSet first, boolean anchored) {
        this.source = source;
        this.program = program;
        this.groups = groups;
        this.first = first;
        this.anchored = anchored;
    }

    /** Compiles a case-sensitive pattern. @throws PatternException if it is wrong or not supported */
    public static SafePattern compile(String pattern) {
        return compile(pattern, false);
    }

    /** Compiles a pattern. @throws PatternException if it is wrong or not supported */
    public static SafePattern compile(String pattern, boolean ignoreCase) {
        PatternParser parser = new PatternParser(pattern);
        Node node = parser.parse(ignoreCase);
        Program program = Compiler.compile(node, parser.groups(), parser::tooLarge);
        return new SafePattern(pattern, program, parser.groups(), FirstSet.of(node), FirstSet.isAnchored(node));
    }

    /** Compiles a text that stands for itself. @throws PatternException if it is very long */
    public static SafePattern literal(String text, boolean ignoreCase) {
        return compile(quote(text), ignoreCase);
    }

    /** The pattern that matches exactly this text. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (PythonText.isAsciiPunctuation(c) || PythonText.isSpace(c)) {
                quoted.append('\\');
            }
            quoted.appendCodePoint(c);
        });
        return quoted.toString();
    }

    /** How many capture groups the pattern has. */
    public int groups() {
        return groups;
    }

    /**
     * The first match.
     *
     * @throws PatternLimitException if pattern and text together are too large
     */
    public Optional<Match> first(String text) {
        return nth(text, 0);
    }

    /**
     * The match with this number, counted from 0.
     *
     * @throws PatternLimitException if pattern and text together are too large
     */
    public Optional<Match> nth(String text, int number) {
        List<Match> found = new ArrayList<>(1);
        int[] left = {number};
        scan(text, slots -> {
            if (left[0]-- > 0) {
                return true;
            }
            found.add(match(text, slots));
            return false;
        });
        return found.stream().findFirst();
    }

    /**
     * The last of all matches that do not overlap, counted from the left.
     *
     * @throws PatternLimitException if pattern and text together are too large
     */
    public Optional<Match> last(String text) {
        int[] last = new int[2 * (groups + 1)];
        boolean[] found = new boolean[1];
        scan(text, slots -> {
            System.arraycopy(slots, 0, last, 0, last.length);
            found[0] = true;
            return true;
        });
        return found[0] ? Optional.of(match(text, last)) : Optional.empty();
    }

    /**
     * All matches that do not overlap, from the left.
     *
     * @throws PatternLimitException if pattern and text together are too large
     */
    public List<Match> all(String text) {
        List<Match> found = new ArrayList<>();
        scan(text, slots -> found.add(match(text, slots)));
        return found;
    }

    /**
     * The text without all matches: {@code re.sub(pattern, "", text)}.
     *
     * @throws PatternLimitException if pattern and text together are too large
     */
    public String removeFrom(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int[] end = new int[1];
        scan(text, slots -> {
            kept.append(text, end[0], slots[0]);
            end[0] = slots[1];
            return true;
        });
        return kept.append(text, end[0], text.length()).toString();
    }

    /** Hands over the slots of match after match, valid during the call only, until the visitor has enough. */
    private void scan(String text, Predicate<int[]> visitor) {
        int[] slots = new int[program.slots()];
        Search search = new Search(program, text, slots, new int[] {Search.MAXIMUM_STEPS});
        int from = 0;
        boolean moving = false;
        while (from <= text.length()) {
            search.reset();
            int start = from;
            int end = -1;
            while (start <= (anchored ? 0 : text.length())) {
                if (mayStart(text, start)) {
                    end = search.match(start, moving && start == from);
                    if (end >= 0) {
                        break;
                    }
                }
                start += start < text.length() ? Character.charCount(text.codePointAt(start)) : 1;
            }
            if (end < 0) {
                return;
            }
            slots[0] = start;
            slots[1] = end;
            if (!visitor.test(slots)) {
                return;
            }
            from = end;
            // After an empty match Python looks for one that is not empty at the same place.
            moving = start == end;
        }
    }

    private boolean mayStart(String text, int place) {
        return first.nullable() || (place < text.length() && first.set().contains(text.codePointAt(place)));
    }

    private Match match(String text, int[] slots) {
        List<Optional<String>> captured = new ArrayList<>(groups + 1);
        for (int i = 0; i <= 2 * groups; i += 2) {
            boolean took = slots[i] >= 0 && slots[i + 1] >= 0;
            captured.add(took ? Optional.of(text.substring(slots[i], slots[i + 1])) : Optional.empty());
        }
        return new Match(slots[0], slots[1], captured);
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return source;
    }
}
