package dev.assay.scoring.gate;

import dev.assay.scoring.metric.MetricType.Direction;

/**
 * What is asked of one metric.
 *
 * @param metric its label
 * @param direction which way is better
 * @param requirement the least that will do
 * @param tier whether failing it blocks
 * @param confidence of the verdict, such as 0.95; one-sided, and above one half
 */
public record GateRule(String metric, Direction direction, Requirement requirement, Tier tier, double confidence) {

    /** What a failed rule leads to. */
    public enum Tier {
        /** No release. */
        BLOCKING,
        /** A remark. */
        ADVISORY
    }

    /** The least that will do. */
    public sealed interface Requirement {

        /**
         * No more than so much worse than the baseline; both hold if both are above 0.
         *
         * @param absolute in the metric's unit, at least 0
         * @param relative as a share of the baseline's score, from 0 to 1; 0 if only the absolute one holds
         */
        record MaximumDrop(double absolute, double relative) implements Requirement {
            public MaximumDrop {
                if (!(absolute >= 0 && relative >= 0 && relative <= 1 && Double.isFinite(absolute))) {
                    throw new IllegalArgumentException("no drop: absolute " + absolute + ", relative " + relative);
                }
            }

            /** In the metric's unit. */
            public static MaximumDrop absolute(double drop) {
                return new MaximumDrop(drop, 0);
            }

            /** As a share of the baseline's score. */
            public static MaximumDrop relative(double share) {
                return new MaximumDrop(0, share);
            }
        }

        /** At least this score; at most this score of metrics where lower is better. No baseline is needed. */
        record Limit(double value) implements Requirement {
            public Limit {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("a limit is finite, not " + value);
                }
            }
        }
    }

    public GateRule {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0.5 and 1, not " + confidence);
        }
    }

    double alpha() {
        return 1 - confidence;
    }

    /** 1 if higher is better, -1 if lower is. */
    double sign() {
        return switch (direction) {
            case HIGHER_IS_BETTER -> 1;
            case LOWER_IS_BETTER -> -1;
        };
    }
}
