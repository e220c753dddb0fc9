package dev.assay.cost.estimate;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.spec.RunSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run to be estimated.
 *
 * @param models 1 to {@value RunSpec#MOST_MODELS}, as many as a run may have
 * @param benchmark its name
 * @param prompts 1 to 200 sampled prompts, rendered
 * @param samplesPerModel calls of each model, at least 1
 * @param priceBook null: the one in force
 * @param judges judges of the answers; absent: none
 */
public record EstimateRequest(
        List<ModelQuestion> models,
        String benchmark,
        List<String> prompts,
        long samplesPerModel,
        @Nullable PriceBookVersion priceBook,
        List<JudgeQuestion> judges) {

    /** The most prompts that are looked at. */
    static final int MOST_PROMPTS = 200;

    private static final long MOST_SAMPLES = 1_000_000_000;

    /**
     * A model of the run.
     *
     * @param maxTokens the most that an answer may have, or null
     */
    public record ModelQuestion(
            ModelId model, String providerModel, @Nullable Integer maxTokens) {

        public ModelQuestion {
            require(maxTokens == null || maxTokens >= 1, "models[].maxTokens is at least 1");
        }
    }

    /**
     * A judge of the run.
     *
     * @param prompt the text that question and answers are put into
     * @param answers how many answers a call shows, 1 or 2
     * @param calls at least 1
     */
    public record JudgeQuestion(ModelQuestion model, String prompt, int answers, long calls) {

        public JudgeQuestion {
            require(answers == 1 || answers == 2, "judges[].answers is 1 or 2");
            require(calls >= 1 && calls <= MOST_SAMPLES, "judges[].calls is between 1 and 1000000000");
        }
    }

    /** A run without judges. */
    public EstimateRequest(
            List<ModelQuestion> models,
            String benchmark,
            List<String> prompts,
            long samplesPerModel,
            @Nullable PriceBookVersion priceBook) {
        this(models, benchmark, prompts, samplesPerModel, priceBook, List.of());
    }

    public EstimateRequest {
        require(!models.isEmpty() && models.size() <= RunSpec.MOST_MODELS, "models: give 1 to " + RunSpec.MOST_MODELS);
        require(!prompts.isEmpty() && prompts.size() <= MOST_PROMPTS, "prompts: give 1 to 200");
        require(samplesPerModel >= 1 && samplesPerModel <= MOST_SAMPLES, "samplesPerModel is between 1 and 1000000000");
        models = List.copyOf(models);
        judges = judges == null ? List.of() : List.copyOf(judges);
        prompts = List.copyOf(prompts);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
