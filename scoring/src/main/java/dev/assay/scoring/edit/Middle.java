package dev.assay.scoring.edit;

import java.util.Arrays;

/**
 * What two sequences do not have in common at their ends. No cheapest edit touches the common ends.
 *
 * @param start how many symbols are common at the start
 * @param end how many of the others are common at the end
 */
record Middle(int start, int end) {

    static Middle of(int[] first, int[] second) {
        int most = Math.min(first.length, second.length);
        int start = 0;
        while (start < most && first[start] == second[start]) {
            start++;
        }
        int end = 0;
        while (end < most - start && first[first.length - 1 - end] == second[second.length - 1 - end]) {
            end++;
        }
        return new Middle(start, end);
    }

    int[] of(int[] sequence) {
        return Arrays.copyOfRange(sequence, start, sequence.length - end);
    }
}
