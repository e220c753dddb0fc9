package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.choice.LetterExtraction;
import dev.assay.scoring.choice.OptionLikelihoods;
import dev.assay.scoring.choice.OptionPattern;
import dev.assay.scoring.pattern.SafePattern;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Multiple choice. */
final class ChoiceAdapters {

    /** What the reference writes for a right option that there is not. */
    private static final int NO_OPTION = -100;

    private ChoiceAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "multiple_choice_extraction", ChoiceAdapters::letters,
                "lm_eval_multiple_choice", ChoiceAdapters::likelihoods);
    }

    private static Object letters(JsonNode golden) {
        String response = golden.at("/input/response").asText();
        List<String> choices = Json.texts(golden.at("/input/choices"));
        OptionPattern options = new OptionPattern(SafePattern.compile("(\\([A-Z]\\))"), -1, true, true, List.of());
        Map<String, @Nullable Object> found = new HashMap<>();
        Map.of(
                        "mmlu_simple_evals", LetterExtraction.MMLU,
                        "gpqa", LetterExtraction.GPQA,
                        "math_answer_line", LetterExtraction.ANSWER_LINE,
                        "mmlu_pro_l1", LetterExtraction.MMLU_PRO_STRICT,
                        "mmlu_pro_l2", LetterExtraction.MMLU_PRO)
                .forEach((name, extraction) ->
                        found.put(name, extraction.prepared().read(response).orElse(null)));
        found.put("lm_eval_multi_choice", options.find(response, choices).orElse("[invalid]"));
        return found;
    }

    private static Object likelihoods(JsonNode golden) {
        JsonNode input = golden.get("input");
        List<String> choices = Json.texts(input.get("choices"));
        JsonNode unconditional = input.path("unconditional_lls");
        OptionLikelihoods options = new OptionLikelihoods(
                choices,
                Json.numbers(input.get("lls")),
                Json.elements(input.get("is_greedy")).map(JsonNode::asBoolean).toList(),
                unconditional.isArray() ? Optional.of(Json.numbers(unconditional)) : Optional.empty());
        JsonNode gold = input.get("gold");
        if (gold.isArray() && gold.size() != 1 && unconditional.isArray()) {
            return new Refused("several right options have no mutual information in the reference");
        }
        List<Integer> right = gold.isArray()
                ? Json.elements(gold).map(g -> position(g, choices)).toList()
                : List.of(position(gold, choices));
        OptionLikelihoods.Accuracy accuracy = options.accuracy(right);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("acc", accuracy.acc());
        values.put("acc_norm", accuracy.accNorm());
        values.put("acc_bytes", accuracy.accBytes());
        values.put("exact_match", accuracy.exactMatch());
        accuracy.accMutualInfo().ifPresent(value -> values.put("acc_mutual_info", value));
        values.put("prob_norm", Json.list(options.probabilities()));
        values.put("gold_index", right.getFirst());
        values.put("pred_index", options.mostLikely());
        return values;
    }

    private static int position(JsonNode gold, List<String> choices) {
        int position = gold.isTextual() ? choices.indexOf(gold.asText()) : gold.asInt();
        return position >= 0 && position < choices.size() ? position : NO_OPTION;
    }
}
