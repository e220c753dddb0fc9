package dev.assay.scoring.contamination;

import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A score with and without the items that a model may have seen.
 *
 * @param all over all items
 * @param clean over those that were not flagged; empty if there are none
 * @param flagged over those that were; empty if there are none
 */
public record CleanScore(Estimate all, Optional<Estimate> clean, Optional<Estimate> flagged) {

    /**
     * Compares scores.
     *
     * @param scores by item
     * @param flagged ids of items; those without a score make no difference
     * @param confidence of the intervals, such as 0.95
     * @param minimum the least score there can be
     * @param maximum the greatest
     * @return empty without scores
     */
    public static Optional<CleanScore> of(
            Map<String, Double> scores, Set<String> flagged, double confidence, double minimum, double maximum) {
        Moments seen = new Moments();
        Moments unseen = new Moments();
        scores.forEach((item, score) -> (flagged.contains(item) ? seen : unseen).add(score));
        Moments all = new Moments();
        all.add(seen);
        all.add(unseen);
        return all.estimate(confidence, minimum, maximum)
                .map(estimate -> new CleanScore(
                        estimate,
                        unseen.estimate(confidence, minimum, maximum),
                        seen.estimate(confidence, minimum, maximum)));
    }

    /**
     * How much the score would change without flagged items: clean less all. Where it is far from 0, the score of all
     * items says less than it seems to. A gap may also come from flagged items being easier.
     */
    public Optional<Double> change() {
        return clean.map(estimate -> estimate.mean() - all.mean());
    }

    /**
     * The interval of the change. All items being clean and flagged ones together, the change is the flagged share of the
     * difference between clean and flagged items, which are independent; see {@link Interval#ofDifference}. Empty if
     * nothing or everything is flagged, or one of both has no interval.
     */
    public Optional<Interval> changeInterval() {
        return clean.flatMap(without -> flagged.flatMap(seen -> without.interval()
                .flatMap(ofClean -> seen.interval().map(ofSeen -> {
                    double share = (double) seen.n() / all.n();
                    Interval difference = Interval.ofDifference(without.mean(), ofClean, seen.mean(), ofSeen);
                    return new Interval(share * difference.low(), share * difference.high());
                }))));
    }
}
