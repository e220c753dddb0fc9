package dev.assay.contracts.spec;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.JudgePromptUse;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.ModelUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge as a run's author wrote it, with defaults filled in.
 *
 * @param name by default {@code judge}
 * @param baseline the model that all others are compared with; null: all with all
 * @param human the field of the dataset with people's ratings or votes; null: none
 */
public record JudgeSpec(
        String name,
        ModelSpec model,
        JudgeUse.Mode mode,
        Prompt prompt,
        List<String> criteria,
        double minimum,
        double maximum,
        boolean swap,
        @Nullable ModelId baseline,
        @Nullable String human) {

    /** The name of a judge that is given none. */
    public static final String DEFAULT_NAME = "judge";

    /** The most judgements of one item that a run may have, each order of a pair counted. */
    public static final int MOST_JUDGEMENTS = 100;

    public JudgeSpec {
        criteria = List.copyOf(criteria);
    }

    /** What a judge is asked. */
    public sealed interface Prompt {

        /** A prompt that comes with Assay. */
        record BuiltIn(String name) implements Prompt {}

        /** The author's own text, and how its replies are read. */
        record Own(String text, int version, String format) implements Prompt {}
    }

    /**
     * This judge, with its names looked up.
     *
     * @param model the use of the model that judges
     * @param text the prompt
     * @param models the run's models, in their order
     */
    public JudgeUse use(ModelUse model, JudgePromptUse text, List<ModelUse> models) {
        Integer place = null;
        for (int i = 0; i < models.size(); i++) {
            if (models.get(i).id().equals(baseline)) {
                place = i;
            }
        }
        return new JudgeUse(name, model, mode, text, criteria, minimum, maximum, swap, place, human);
    }
}
