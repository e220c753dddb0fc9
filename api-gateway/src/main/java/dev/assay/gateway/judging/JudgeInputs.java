package dev.assay.gateway.judging;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.JudgeUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a judge's report is made from.
 *
 * @param models the run's, by position
 * @param calls how its calls ended
 * @param rows its pairs, in a fixed order; none of a judge of single answers
 * @param metric by which answers are alike or not
 * @param seed of the resampling
 * @param agreement with people; null if they said nothing
 */
public record JudgeInputs(
        JudgeUse judge,
        List<ModelId> models,
        Calls calls,
        List<JudgedRow> rows,
        String metric,
        long seed,
        JudgeReport.@Nullable Agreement agreement) {

    public JudgeInputs {
        models = List.copyOf(models);
        rows = List.copyOf(rows);
    }

    /** A judge's calls. @param cost null if one has no price */
    public record Calls(
            long answered,
            long refused,
            long failed,
            @Nullable Money cost,
            long inputTokens,
            long outputTokens) {}
}
