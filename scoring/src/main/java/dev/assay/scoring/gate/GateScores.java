package dev.assay.scoring.gate;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of one metric.
 *
 * @param candidate each item's scores, one for every repeat that has one
 * @param baseline what it is compared with; empty for rules that need none
 * @param clusterOf the clusters of items; empty if items stand alone
 * @param gaps what is missing; empty if nothing is
 */
public record GateScores(
        Map<String, double[]> candidate,
        Optional<Baseline> baseline,
        Map<String, String> clusterOf,
        Optional<Gaps> gaps) {

    public GateScores {
        candidate = Map.copyOf(candidate);
        clusterOf = Map.copyOf(clusterOf);
    }

    /** Of which nothing is missing. */
    public GateScores(Map<String, double[]> candidate, Optional<Baseline> baseline, Map<String, String> clusterOf) {
        this(candidate, baseline, clusterOf, Optional.empty());
    }

    /**
     * Scores that should be there and are not, since answers failed or were never asked for. What is missing is seldom
     * missing by chance, so a verdict holds only if it holds whatever they would have been.
     *
     * @param missing how many of the candidate's and the baseline's samples
     * @param worst the scores if what is missing were the worst for the candidate: its own the least, the baseline's the
     *     best; empty if there is no such score, or if it is not known where it belongs
     * @param best the opposite
     */
    public record Gaps(long missing, Optional<GateScores> worst, Optional<GateScores> best) {
        public Gaps {
            if (missing < 1) {
                throw new IllegalArgumentException("a gap misses something");
            }
        }
    }

    /** What a candidate is compared with. */
    public sealed interface Baseline {

        /** Another run's scores of the same items: the comparison is paired, and far sharper for it. */
        record Items(Map<String, double[]> scores) implements Baseline {
            public Items {
                scores = Map.copyOf(scores);
            }
        }

        /** A score taken as it is, such as a published one. */
        record Number(double score) implements Baseline {
            public Number {
                if (!Double.isFinite(score)) {
                    throw new IllegalArgumentException("a score is finite, not " + score);
                }
            }
        }
    }
}
