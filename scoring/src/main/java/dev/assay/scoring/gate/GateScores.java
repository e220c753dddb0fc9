package dev.assay.scoring.gate;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of one metric.
 *
 * @param candidate each item's scores, one for every repeat that has one
 * @param baseline what it is compared with; empty for rules that need none
 * @param clusterOf the clusters of items; empty if items stand alone
 */
public record GateScores(Map<String, double[]> candidate, Optional<Baseline> baseline, Map<String, String> clusterOf) {

    public GateScores {
        candidate = Map.copyOf(candidate);
        clusterOf = Map.copyOf(clusterOf);
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
