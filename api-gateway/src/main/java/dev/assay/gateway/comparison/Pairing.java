package dev.assay.gateway.comparison;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Two sides' items brought together.
 *
 * @param candidate the items that both sides have a score of, as places in the candidate's items, ascending by key
 * @param baseline the same items' places in the baseline's
 * @param onlyCandidate how many items the candidate's run alone planned
 * @param onlyBaseline how many the baseline's alone
 * @param unscoredCandidate of the items that both planned, how many the candidate has no score of
 * @param unscoredBaseline likewise the baseline
 */
record Pairing(
        int[] candidate,
        int[] baseline,
        int onlyCandidate,
        int onlyBaseline,
        int unscoredCandidate,
        int unscoredBaseline) {

    static Pairing of(ItemScores candidate, ItemScores baseline) {
        int least = Math.min(candidate.size(), baseline.size());
        int[] ours = new int[least];
        int[] theirs = new int[least];
        int paired = 0;
        int common = 0;
        int unscoredOurs = 0;
        int unscoredTheirs = 0;
        int i = 0;
        int j = 0;
        while (i < candidate.size() && j < baseline.size()) {
            int order = Long.compare(candidate.keys()[i], baseline.keys()[j]);
            if (order == 0) {
                common++;
                unscoredOurs += candidate.isScored(i) ? 0 : 1;
                unscoredTheirs += baseline.isScored(j) ? 0 : 1;
                if (candidate.isScored(i) && baseline.isScored(j)) {
                    ours[paired] = i;
                    theirs[paired++] = j;
                }
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new Pairing(
                Arrays.copyOf(ours, paired),
                Arrays.copyOf(theirs, paired),
                candidate.size() - common,
                baseline.size() - common,
                unscoredOurs,
                unscoredTheirs);
    }

    int size() {
        return candidate.length;
    }

    /** Those of the pairs that are in a category. */
    Pairing in(String category, ItemScores ours) {
        int[] places = IntStream.range(0, candidate.length)
                .filter(i -> category.equals(ours.category(candidate[i])))
                .toArray();
        return new Pairing(
                Arrays.stream(places).map(i -> candidate[i]).toArray(),
                Arrays.stream(places).map(i -> baseline[i]).toArray(),
                0,
                0,
                0,
                0);
    }
}
