package dev.assay.gateway.subgroups;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one model by the values of one field.
 *
 * @param problem why the field says nothing; then there are no groups
 * @param gap the two groups that are farthest apart; null unless two have enough items
 * @param parity positive answers by group; null if the benchmark names no positive label, and with all but the first metric of
 *     an extraction pipeline, which all have the same answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubgroupReport(
        String field,
        ModelId model,
        String metric,
        boolean lowerIsBetter,
        @Nullable String problem,
        List<Group> groups,
        @Nullable Gap gap,
        @Nullable Parity parity) {

    public SubgroupReport {
        groups = List.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param items with a score; an item's repeats are averaged first
     * @param tooFew that nothing is said of it, being too small; absent otherwise
     * @param interval how it was computed, such as {@code wilson-95}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            String group,
            long items,
            @Nullable Boolean tooFew,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String interval) {}

    /**
     * The two groups that are farthest apart.
     *
     * @param worse the worst of all
     * @param difference at least 0
     * @param low lower end of its interval, which holds for all pairs of groups at once
     * @param sure whether chance alone is no likely reason
     * @param groups how many are compared
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gap(
            String better,
            String worse,
            double difference,
            @Nullable Double low,
            @Nullable Double high,
            boolean sure,
            int groups) {}

    /**
     * Positive answers by group.
     *
     * @param positive the labels that count as positive
     * @param demographicParity the greatest difference of selection rates; null unless two groups have enough items
     * @param equalizedOdds the greater one of the differences of true and false positive rates; null likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parity(
            List<String> positive,
            List<Rates> groups,
            @Nullable Difference demographicParity,
            @Nullable Difference equalizedOdds) {

        public Parity {
            positive = List.copyOf(positive);
            groups = List.copyOf(groups);
        }
    }

    /** One group's rates; one that rests on too few items is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rates(
            String group,
            long items,
            @Nullable Double selectionRate,
            @Nullable Double truePositiveRate,
            @Nullable Double falsePositiveRate) {}

    /** A difference between groups, 0 being parity, with its 95 % bootstrap interval. */
    public record Difference(double difference, double low, double high) {}
}
