package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.assay.contracts.id.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question that a run is to answer. A model is asked no further items once every question about it has its answer.
 *
 * @param metric the label of the metric whose mean is asked about
 * @param goal what is asked
 * @param value the threshold or the width; null where the goal has none
 * @param models two: their difference is asked about, the first minus the second; empty: each model of the run by
 *     itself, or all of them for {@link Goal#RANKED}
 * @param confidence the chance that all answers of the run together are right, such as 0.95
 * @param atLeast no answer is given before so many items
 * @param futility a distance from the threshold that does not matter: within it the answer may be "too close"; null if
 *     every distance matters
 * @param about what the answer is to hold for
 */
public record StopRule(
        String metric,
        Goal goal,
        @Nullable Double value,
        List<ModelId> models,
        double confidence,
        int atLeast,
        @Nullable Double futility,
        About about) {

    /** What is asked. */
    public enum Goal {
        /** Is the mean, or the difference, above the value? */
        ABOVE,
        /** Is it below the value? */
        BELOW,
        /** What is it, to an interval no wider than the value? */
        NARROWER,
        /** Which of the two models is better? */
        BETTER,
        /** Which of any two models is better? */
        RANKED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** What an answer is to hold for. */
    public enum About {
        /** Questions like these: the items are a sample of what could have been asked. */
        QUESTIONS,
        /** The items of this benchmark and no others. */
        BENCHMARK,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public StopRule {
        models = List.copyOf(models);
        boolean measured = goal == Goal.ABOVE || goal == Goal.BELOW || goal == Goal.NARROWER;
        if (goal != Goal.UNKNOWN && measured != (value != null)) {
            throw new IllegalArgumentException("a value stands with above, below and narrower only");
        }
        boolean pair = models.size() == 2 && !models.getFirst().equals(models.getLast());
        if (goal == Goal.BETTER ? !pair : !models.isEmpty() && (!pair || goal == Goal.RANKED)) {
            throw new IllegalArgumentException("a difference is between two models, but these are named: " + models);
        }
        if (!(confidence > 0 && confidence < 1) || atLeast < 1 || (futility != null && !(futility > 0))) {
            throw new IllegalArgumentException(
                    "confidence " + confidence + ", at least " + atLeast + " items, futility " + futility);
        }
    }
}
