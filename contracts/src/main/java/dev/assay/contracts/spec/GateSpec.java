package dev.assay.contracts.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a run may be released, as somebody wrote it.
 *
 * @param rules at least one, one of which blocks
 * @param baseline the run that drops are measured against, {@code RUN} or {@code RUN:MODEL}; null: not said
 * @param minimumShared the share of the baseline's items that must have scores, from 0 to 1
 * @param cluster the field of items that belong together; null: items stand alone
 */
public record GateSpec(
        List<Rule> rules,
        @Nullable String baseline,
        double minimumShared,
        @Nullable String cluster) {

    /** What holds for a policy that does not say. */
    public static final double USUAL_SHARED = 0.95;

    /** What holds for a rule that does not say. */
    public static final double USUAL_CONFIDENCE = 0.95;

    public GateSpec {
        rules = List.copyOf(rules);
        if (rules.stream().noneMatch(Rule::isBlocking)) {
            throw new IllegalArgumentException("a gate has a rule that blocks");
        }
    }

    /**
     * What is asked of one metric.
     *
     * @param metric the label of the score
     * @param higherIsBetter null: as the metric says
     * @param isBlocking whether failing it stops a release, or is only a remark
     * @param confidence of the verdict, above one half
     * @param byCategory whether each category is held against it, in the place of all items together
     */
    public record Rule(
            String metric,
            @Nullable Boolean higherIsBetter,
            Target target,
            boolean isBlocking,
            double confidence,
            boolean byCategory) {}

    /** The least that will do. */
    public sealed interface Target {

        /**
         * No more than so much worse than the baseline.
         *
         * @param absolute in the metric's unit; null: no such bound
         * @param relative as a share of the baseline's score; null: no such bound
         * @param score to measure against in the place of a run's; null: that of the run
         */
        record MaximumDrop(
                @Nullable Double absolute,
                @Nullable Double relative,
                @Nullable Double score) implements Target {}

        /** At least this score, or at most, where lower is better. */
        record Threshold(double score) implements Target {}
    }

    /** Whether a rule needs a run to compare with. */
    public boolean needsBaseline() {
        return rules.stream()
                .anyMatch(rule -> rule.target() instanceof Target.MaximumDrop drop && drop.score() == null);
    }
}
