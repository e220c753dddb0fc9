package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.mathematics.BoxedAnswer;
import dev.assay.scoring.mathematics.Gsm8k;
import dev.assay.scoring.mathematics.HendrycksEquivalence;
import dev.assay.scoring.mathematics.Mgsm;
import dev.assay.scoring.mathematics.MinervaEquivalence;
import dev.assay.scoring.mathematics.MinervaNormalization;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers to mathematical questions. */
final class MathematicsAdapters {

    private MathematicsAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "gsm8k_extraction", MathematicsAdapters::gsm8k,
                "boxed_answer_extraction", MathematicsAdapters::boxed,
                "math_equivalence_hendrycks", MathematicsAdapters::hendrycks,
                "math_equivalence_minerva", MathematicsAdapters::minerva,
                "mgsm_extraction", MathematicsAdapters::mgsm);
    }

    private static Object gsm8k(JsonNode golden) {
        String response = golden.at("/input/response").asText();
        String target = golden.at("/input/target").asText();
        Gsm8k openai = new Gsm8k(Gsm8k.Extraction.OPENAI);
        Object correct;
        try {
            correct = openai.isRight(response, target);
        } catch (IllegalArgumentException e) {
            correct = new Refused(String.valueOf(e.getMessage()));
        }
        return Map.of(
                "strict", harness(Gsm8k.Extraction.STRICT, response, target),
                "strict_cot", harness(Gsm8k.Extraction.STRICT_COT, response, target),
                "flexible", harness(Gsm8k.Extraction.FLEXIBLE, response, target),
                "openai", Map.of("extracted", openai.extract(response).orElse("[invalid]"), "correct", correct));
    }

    private static Object harness(Gsm8k.Extraction extraction, String response, String target) {
        Gsm8k gsm8k = new Gsm8k(extraction);
        return Map.of(
                "extracted",
                gsm8k.extract(response).orElse("[invalid]"),
                "exact_match",
                gsm8k.isRight(response, target) ? 1.0 : 0.0);
    }

    private static Object boxed(JsonNode golden) {
        Optional<String> box = BoxedAnswer.lastBox(golden.at("/input/text").asText());
        Map<String, @Nullable Object> result = new HashMap<>();
        result.put("last_boxed", box.orElse(null));
        result.put("answer", orRefused(box.flatMap(BoxedAnswer::content)));
        return result;
    }

    private static Object hendrycks(JsonNode golden) {
        String a = golden.at("/input/a").asText();
        String b = golden.at("/input/b").asText();
        return Map.of(
                "is_equiv", HendrycksEquivalence.MATH.isSame(a, b),
                "lm_eval_is_equiv", HendrycksEquivalence.HARNESS.isSame(a, b),
                "stripped_a", orRefused(HendrycksEquivalence.MATH.normalized(a)),
                "stripped_b", orRefused(HendrycksEquivalence.MATH.normalized(b)));
    }

    private static Object minerva(JsonNode golden) {
        MinervaNormalization normalization = new MinervaNormalization();
        JsonNode input = golden.get("input");
        if (input.has("response")) {
            String answer =
                    normalization.finalAnswer(input.get("response").asText()).orElse("[invalidanswer]");
            return Map.of("unnormalized", answer, "normalized", normalization.normalize(answer));
        }
        String a = normalization.normalize(input.get("a").asText());
        String b = normalization.normalize(input.get("b").asText());
        boolean same = MinervaEquivalence.isSameNormalized(a, b);
        return Map.of(
                "normalized_a",
                a,
                "normalized_b",
                b,
                "is_equiv",
                same,
                "string_equal",
                a.equals(b),
                "needs_cas",
                same != a.equals(b));
    }

    private static Object mgsm(JsonNode golden) {
        JsonNode input = golden.get("input");
        String target = input.get("target").asText();
        if (input.path("score_only").asBoolean()) {
            return Map.of("correct", Mgsm.isRight(input.get("prediction").asText(), target));
        }
        String prefix = input.get("prefix").asText();
        String number = new Mgsm(prefix).extract(input.get("response").asText()).orElse("");
        return Map.of("extracted", number, "correct", Mgsm.isRight(number, target));
    }

    private static Object orRefused(Optional<String> value) {
        return value.isPresent() ? value.get() : new Refused("no value");
    }
}
