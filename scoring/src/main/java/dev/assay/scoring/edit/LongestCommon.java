package dev.assay.scoring.edit;

import java.util.Arrays;

/** The length of the longest common subsequence, 64 cells at a time (Hyyrö 2004). */
final class LongestCommon {

    private LongestCommon() {}

    static int length(int[] first, int[] second) {
        Middle middle = Middle.of(first, second);
        int[] left = middle.of(first);
        int[] right = middle.of(second);
        int ends = middle.start() + middle.end();
        if (left.length == 0 || right.length == 0) {
            return ends;
        }
        SymbolMasks masks = new SymbolMasks(left);
        int blocks = (left.length + Long.SIZE - 1) / Long.SIZE;
        long[] matches = new long[blocks];
        long[] open = new long[blocks];
        Arrays.fill(open, -1L);
        for (int symbol : right) {
            masks.copy(symbol, matches);
            long carry = 0;
            for (int block = 0; block < blocks; block++) {
                long taken = open[block] & matches[block];
                long sum = open[block] + taken;
                long carriedSum = sum + carry;
                boolean overflow = Long.compareUnsigned(sum, taken) < 0 || Long.compareUnsigned(carriedSum, sum) < 0;
                open[block] = carriedSum | (open[block] - taken);
                carry = overflow ? 1 : 0;
            }
        }
        int common = 0;
        for (int block = 0; block < blocks; block++) {
            // Places after the end never match and stay open.
            common += Long.bitCount(~open[block]);
        }
        return ends + common;
    }
}
