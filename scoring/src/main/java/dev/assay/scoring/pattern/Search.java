package dev.assay.scoring.pattern;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One text being searched by one program. Not thread-safe, lives for one call.
 *
 * <p>Ways not yet tried lie on an explicit stack. A split that was reached at a place before and did not lead to a match
 * then cannot lead to one now, so it is not entered again: that makes the time linear. Nested look-arounds forget between
 * runs; the step budget bounds them.
 */
final class Search {

    /** 4 MiB of remembered states. */
    static final long MAXIMUM_STATES = 1L << 25;

    static final int MAXIMUM_STEPS = 10_000_000;
    /** 16 MiB of ways not yet tried. */
    private static final int MAXIMUM_STACK = 1 << 22;

    private static final Node.Place[] PLACES = Node.Place.values();

    private final Program program;
    private final String text;
    private final int[] slots;
    private final long[] seen;
    private final int[] budget;
    private final @Nullable Search[] looks;
    private int[] stack = new int[64];
    private int depth;
    private int lowest;
    private int furthest;

    /**
     * @param slots as many as the outermost program has; start and end of each group, -1 where it took no part
     * @param budget one number, shared with the searches of look-arounds: the steps that are left
     * @throws PatternLimitException if the states could not be remembered
     */
    Search(Program program, String text, int[] slots, int[] budget) {
        long states = (long) program.splits() * (text.length() + 1);
        if (states > MAXIMUM_STATES) {
            throw new PatternLimitException("the pattern is too large for a text of " + text.length() + " characters");
        }
        this.program = program;
        this.text = text;
        this.slots = slots;
        this.budget = budget;
        this.seen = new long[(int) ((states + 63) >>> 6)];
        this.looks = new Search[program.looks().size()];
    }

    /** Forgets what failed, so that a new search can start; the captures are emptied. */
    void reset() {
        if (furthest >= lowest && program.splits() > 0) {
            long from = ((long) lowest * program.splits()) >>> 6;
            long to = (((long) (furthest + 1) * program.splits()) >>> 6) + 1;
            Arrays.fill(seen, (int) from, (int) Math.min(to, seen.length), 0L);
        }
        lowest = Integer.MAX_VALUE;
        furthest = -1;
        Arrays.fill(slots, -1);
    }

    /**
     * The end of the match that starts here, the one that Python would prefer; the captures are set.
     *
     * @param moving whether a match must not be empty
     * @return -1 if there is none; the captures are as before then
     */
    int match(int start, boolean moving) {
        depth = 0;
        push(0, start);
        while (depth > 0) {
            int place = stack[--depth];
            int instruction = stack[--depth];
            if (instruction < 0) {
                slots[~instruction] = place;
                continue;
            }
            int end = follow(instruction, place, moving ? start : -1);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** Goes on until the way ends. @return the end of a match, or -1 */
    private int follow(int from, int start, int forbiddenEnd) {
        int at = from;
        int place = start;
        while (true) {
            if (--budget[0] < 0) {
                throw new PatternLimitException("more than " + MAXIMUM_STEPS + " steps");
            }
            switch (program.operations()[at]) {
                case Program.ONE -> {
                    int width = step(program.sets().get(program.first()[at]), place);
                    if (width == 0) {
                        return -1;
                    }
                    place += width;
                    at++;
                }
                case Program.SPLIT -> {
                    if (!enter(at, place)) {
                        return -1;
                    }
                    push(program.second()[at], place);
                    at = program.first()[at];
                }
                case Program.JUMP -> at = program.first()[at];
                case Program.SAVE -> {
                    int slot = program.first()[at];
                    push(~slot, slots[slot]);
                    slots[slot] = place;
                    at++;
                }
                case Program.PLACE -> {
                    if (!PlaceTest.holds(PLACES[program.first()[at]], text, place)) {
                        return -1;
                    }
                    at++;
                }
                case Program.LOOK -> {
                    if (!look(program.first()[at], place)) {
                        return -1;
                    }
                    at++;
                }
                case Program.IF_EMPTY -> at = slots[program.first()[at]] == place ? program.second()[at] : at + 1;
                default -> {
                    return place == forbiddenEnd ? -1 : place;
                }
            }
        }
    }

    private int step(CharSet set, int place) {
        if (place >= text.length()) {
            return 0;
        }
        char c = text.charAt(place);
        if (!Character.isHighSurrogate(c)) {
            return set.contains(c) ? 1 : 0;
        }
        int codePoint = text.codePointAt(place);
        return set.contains(codePoint) ? Character.charCount(codePoint) : 0;
    }

    /** @return false if this split was tried at this place before */
    private boolean enter(int at, int place) {
        long state = (long) place * program.splits() + program.ordinals()[at];
        long bit = 1L << (state & 63);
        int word = (int) (state >>> 6);
        if ((seen[word] & bit) != 0) {
            return false;
        }
        seen[word] |= bit;
        lowest = Math.min(lowest, place);
        furthest = Math.max(furthest, place);
        return true;
    }

    private boolean look(int index, int place) {
        Program.Look look = program.looks().get(index);
        int start = place;
        for (int i = 0; look.behind() && i < look.width(); i++) {
            if (start == 0) {
                return look.negative();
            }
            start -= Character.charCount(text.codePointBefore(start));
        }
        Search inner = looks[index];
        if (inner == null) {
            inner = new Search(look.body(), text, new int[slots.length], budget);
            looks[index] = inner;
        }
        inner.reset();
        boolean found = inner.match(start, false) >= 0;
        if (found && !look.negative()) {
            take(inner.slots);
        }
        return found != look.negative();
    }

    private void take(int[] captured) {
        for (int slot = 0; slot < slots.length; slot++) {
            if (captured[slot] >= 0) {
                push(~slot, slots[slot]);
                slots[slot] = captured[slot];
            }
        }
    }

    private void push(int instruction, int place) {
        if (depth + 2 > stack.length) {
            if (stack.length >= MAXIMUM_STACK) {
                throw new PatternLimitException("the pattern leaves too many ways open in this text");
            }
            stack = Arrays.copyOf(stack, stack.length * 2);
        }
        stack[depth++] = instruction;
        stack[depth++] = place;
    }
}
