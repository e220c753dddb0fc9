package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.assay.contracts.id.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question of a run. It rests on the first items of the seeded order, all of them and no others,
 * whatever else had come in when it was found.
 *
 * @param models the model asked about, or two whose difference is: the first minus the second
 * @param items how many items it rests on
 * @param missing samples of these models and items without a score; each counted as what speaks most against an answer
 * @param estimate the mean over items with a score; null if there is none
 * @param low lower end of an interval that holds at all times, so that looking after every item costs nothing
 * @param high upper end
 */
public record StopDecision(
        List<ModelId> models,
        Verdict verdict,
        int items,
        long missing,
        @Nullable Double estimate,
        double low,
        double high) {

    /** What the answer is. */
    public enum Verdict {
        /** The mean, or the difference, is above the threshold; without one, above 0. */
        ABOVE,
        /** It is below. */
        BELOW,
        /** It is so near the threshold that the difference does not matter. */
        CLOSE,
        /** The interval is as narrow as wanted. */
        NARROW,
        /** None: all items that were asked leave it open. */
        OPEN,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public StopDecision {
        models = List.copyOf(models);
    }
}
