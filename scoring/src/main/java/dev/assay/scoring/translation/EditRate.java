package dev.assay.scoring.translation;

import java.util.Arrays;

/**
 * The edits that turn a hypothesis into a reference: words inserted, deleted and replaced, and shifts of blocks of words,
 * of which the one that helps most is made until none helps. For one thread.
 *
 * <p>The limits are Tercom's and sacreBLEU's; they decide the result for long segments and so are part of the metric.
 */
final class EditRate {

    private static final int LONGEST_SHIFT = 10;
    private static final int FARTHEST_SHIFT = 50;
    private static final int MOST_CANDIDATES = 1000;

    private final int[] reference;
    private final BeamMatrix matrix;
    private int candidates;

    private EditRate(int[] reference) {
        this.reference = reference;
        this.matrix = new BeamMatrix(reference);
    }

    /** The number of edits, shifts included. Equal words have equal numbers. */
    static int edits(int[] hypothesis, int[] reference) {
        return reference.length == 0 ? hypothesis.length : new EditRate(reference).edits(hypothesis);
    }

    /** A shift that was tried. */
    private record Shift(int gain, int length, int start, int target, int[] shifted) {

        /** More gain, then a longer block, then an earlier start, then an earlier target. */
        boolean isBetterThan(Shift other) {
            if (gain != other.gain) {
                return gain > other.gain;
            }
            if (length != other.length) {
                return length > other.length;
            }
            return start != other.start ? start < other.start : target < other.target;
        }
    }

    private int edits(int[] hypothesis) {
        int[] words = hypothesis;
        int shifts = 0;
        while (true) {
            int distance = matrix.keep(words);
            Shift best = bestShift(words, distance);
            // When the limit is reached, the shift found last is not made.
            if (candidates >= MOST_CANDIDATES || best.gain() <= 0) {
                return shifts + distance;
            }
            words = best.shifted();
            shifts++;
        }
    }

    private Shift bestShift(int[] words, int distance) {
        Shift best = new Shift(Integer.MIN_VALUE, 0, 0, 0, words);
        WordAlignment alignment = matrix.alignment();
        for (int start = 0; start < words.length; start++) {
            int from = Math.max(0, start - FARTHEST_SHIFT);
            int to = Math.min(reference.length - 1, start + FARTHEST_SHIFT);
            for (int place = from; place <= to; place++) {
                int longest = Math.min(LONGEST_SHIFT, Math.min(words.length - start, reference.length - place));
                for (int length = 1; length <= longest; length++) {
                    if (words[start + length - 1] != reference[place + length - 1]) {
                        break;
                    }
                    if (isWorthTrying(alignment, start, place, length)) {
                        best = shift(best, words, distance, alignment, start, place, length);
                        if (candidates >= MOST_CANDIDATES) {
                            return best;
                        }
                    }
                }
            }
        }
        return best;
    }

    /** Not if the block is right where it is, or its place is taken rightly, or the place lies within the block. */
    private static boolean isWorthTrying(WordAlignment alignment, int start, int place, int length) {
        int now = alignment.position()[place];
        return alignment.isWrongIn(start, length)
                && alignment.isUnmatchedIn(place, length)
                && (now < start || now >= start + length);
    }

    private Shift shift(
            Shift known, int[] words, int distance, WordAlignment alignment, int start, int place, int length) {
        Shift best = known;
        int previous = -1;
        for (int offset = -1; offset < length; offset++) {
            int target = place + offset < 0 ? 0 : alignment.position()[place + offset] + 1;
            if (target == previous) {
                continue;
            }
            previous = target;
            int[] shifted = moved(words, start, length, target);
            int gain = distance - matrix.distance(shifted, Math.min(start, target));
            candidates++;
            Shift tried = new Shift(gain, length, start, target, shifted);
            if (tried.isBetterThan(best)) {
                best = tried;
            }
        }
        return best;
    }

    private static int[] moved(int[] words, int start, int length, int target) {
        int[] moved = Arrays.copyOf(words, words.length);
        if (target < start) {
            System.arraycopy(words, start, moved, target, length);
            System.arraycopy(words, target, moved, target + length, start - target);
            return moved;
        }
        // A target inside the block moves it by as many words as the target lies inside.
        int after = target > start + length ? target : Math.min(words.length, target + length);
        int passed = after - start - length;
        System.arraycopy(words, start + length, moved, start, passed);
        System.arraycopy(words, start, moved, start + passed, length);
        return moved;
    }
}
