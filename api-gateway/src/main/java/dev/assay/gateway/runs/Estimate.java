package dev.assay.gateway.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run will probably cost.
 *
 * @param expected the most likely amount
 * @param low lower end of the interval that holds the true amount
 * @param high upper end
 * @param basis how it was computed, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Estimate(
        Money expected,
        Money low,
        Money high,
        long inputTokens,
        long outputTokens,
        List<PerModel> perModel,
        @Nullable String basis) {

    public Estimate {
        perModel = perModel == null ? List.of() : List.copyOf(perModel);
    }

    /** The same for one model. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PerModel(ModelId model, Money expected, Money low, Money high, long inputTokens, long outputTokens) {}
}
