package dev.assay.contracts.event;

import dev.assay.contracts.id.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one model over a whole run or one category.
 *
 * @param category null: over all
 * @param metric the metric's label
 * @param samples how many the run has there
 * @param answered how many have an answer, which are the ones that were scored
 * @param unextracted how many of those held no answer that could be extracted (scored as wrong)
 * @param coverage answered / samples, between 0 and 1
 * @param value mean over the answered, each item's repeats averaged first; null if nothing was answered
 * @param low lower end of the interval around {@code value}; null where there is none
 * @param high upper end
 * @param interval how it was computed, such as {@code wilson-95}, {@code wilson-t-95} or {@code t-95}; null where there is
 *     none
 * @param boundLow the value if every missing sample scored worst
 * @param boundHigh the value if every missing sample scored best
 */
public record MetricAggregate(
        ModelId model,
        @Nullable String category,
        String metric,
        long samples,
        long answered,
        long refused,
        long failed,
        long unextracted,
        double coverage,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable String interval,
        double boundLow,
        double boundHigh) {}
