package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.assay.contracts.id.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one model over a whole run or one category.
 *
 * @param category null: over all
 * @param metric the metric's label
 * @param samples how many the run has there
 * @param answered how many have an answer
 * @param unextracted how many of those held no answer that could be extracted (scored as wrong)
 * @param coverage samples with a score / samples, between 0 and 1
 * @param value mean over those with a score, each item's repeats averaged first; for a metric of a set, such as corpus
 *     BLEU, its value for that set; null if there is none
 * @param low lower end of the interval around {@code value}; null where there is none
 * @param high upper end
 * @param interval how it was computed, such as {@code wilson-95}, {@code wilson-t-95}, {@code t-95} or {@code
 *     bootstrap-95}; null where there is none
 * @param boundLow the value if every missing sample had the metric's least score; null if the metric has none, and for a
 *     metric of a set
 * @param boundHigh the value if every missing sample had its greatest score; null likewise
 * @param unscored how many have an answer that the metric could not score, because of the item's data; null if none
 * @param lowerIsBetter true for metrics such as error rates; null for all others
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
        @Nullable Double boundLow,
        @Nullable Double boundHigh,
        @Nullable Long unscored,
        @Nullable Boolean lowerIsBetter) {

    /** Whether a smaller value is the better one. */
    @JsonIgnore
    public boolean isLowerBetter() {
        return Boolean.TRUE.equals(lowerIsBetter);
    }
}
