package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.json.EventJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes two runs the same experiment: everything that decides prompts, answers, scores and prices, and nothing
 * that does not (run id, group, name, tags, budget).
 *
 * @param codeVersion of the installation that the run was planned by
 * @param stop the question that decides how many items are asked; null: all are
 * @param judges who judges the answers, and what they are asked
 * @param variants other forms in which items are asked
 */
public record Manifest(
        String codeVersion,
        BenchmarkDefinition benchmark,
        List<ModelUse> models,
        int items,
        int repeats,
        long seed,
        PriceBookVersion priceBook,
        @Nullable StopRule stop,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JudgeUse> judges,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VariantUse> variants) {

    /** The version of this code: the build's, without its qualifier. */
    public static final String CODE_VERSION = "0.1.0";

    public static Manifest of(RunDefinition run, String codeVersion) {
        return new Manifest(
                codeVersion,
                run.benchmark(),
                run.models(),
                run.items(),
                run.repeats(),
                run.seed(),
                run.priceBook(),
                run.stop(),
                run.judges(),
                run.variants());
    }

    /** The SHA-256 of the manifest's JSON, whose fields and keys always stand in the same order. */
    public ContentHash hash() {
        ObjectMapper mapper = EventJson.mapper();
        try {
            return ContentHash.of(mapper.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest can always be written", e);
        }
    }
}
