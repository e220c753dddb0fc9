package dev.assay.scoring.translation;

/**
 * Which word of the hypothesis stands for each word of the reference.
 *
 * @param position for each reference word the place of its counterpart, or of the word before the gap that it leaves
 * @param unmatched for each reference word whether the hypothesis lacks it there
 * @param wrong for each word of the hypothesis whether it is an error there
 */
record WordAlignment(int[] position, boolean[] unmatched, boolean[] wrong) {

    boolean isWrongIn(int start, int length) {
        return any(wrong, start, length);
    }

    boolean isUnmatchedIn(int start, int length) {
        return any(unmatched, start, length);
    }

    private static boolean any(boolean[] flags, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (flags[i]) {
                return true;
            }
        }
        return false;
    }
}
