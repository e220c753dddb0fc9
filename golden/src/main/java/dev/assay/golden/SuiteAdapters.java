package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.choice.LetterExtraction;
import dev.assay.scoring.harness.GlueTask;
import dev.assay.scoring.helm.HelmMatch;
import dev.assay.scoring.helm.HelmStat;
import dev.assay.scoring.inspect.InspectMatch;
import dev.assay.scoring.inspect.InspectMatch.Place;
import dev.assay.scoring.inspect.InspectOverlap;
import dev.assay.scoring.repeats.PassAtK;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Metrics as particular suites define them: HELM, Inspect, GLUE, HumanEval. */
final class SuiteAdapters {

    private SuiteAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "helm_reference_metrics", SuiteAdapters::helm,
                "helm_stat", SuiteAdapters::helmStat,
                "inspect_match", SuiteAdapters::inspect,
                "glue", SuiteAdapters::glue,
                "pass_at_k", SuiteAdapters::passAtK);
    }

    private static Object helm(JsonNode golden) {
        String gold = golden.at("/input/gold").asText();
        String prediction = golden.at("/input/pred").asText();
        Map<String, Object> values = new HashMap<>();
        for (HelmMatch match : HelmMatch.values()) {
            values.put(match.label(), match.of(prediction, gold));
        }
        return values;
    }

    private static Object helmStat(JsonNode golden) {
        HelmStat stat = HelmStat.of(values(golden.at("/input/values")));
        HelmStat merged = stat.plus(HelmStat.of(values(golden.at("/input/merge_values"))));
        return Map.of("stat", written(stat), "merged", written(merged));
    }

    private static double[] values(JsonNode array) {
        return Json.elements(array)
                .filter(value -> !value.isNull())
                .mapToDouble(value -> value.isBoolean() ? (value.asBoolean() ? 1 : 0) : Json.number(value))
                .toArray();
    }

    private static Object written(HelmStat stat) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("count", stat.count());
        values.put("sum", stat.sum());
        values.put("min", orNull(stat.minimum()));
        values.put("max", orNull(stat.maximum()));
        values.put("mean", orNull(stat.mean()));
        values.put("variance", orNull(stat.variance()));
        values.put("stddev", orNull(stat.deviation()));
        values.put("text", stat.toString());
        return values;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Object inspect(JsonNode golden) {
        String value = golden.at("/input/value").asText();
        String target = golden.at("/input/target").asText();
        Map<String, Object> matches = new HashMap<>();
        for (Place place : Place.values()) {
            for (boolean numeric : List.of(false, true)) {
                InspectMatch.Outcome outcome = new InspectMatch(place, numeric, true, true).of(value, target);
                matches.put(
                        place.name().toLowerCase(Locale.ROOT) + (numeric ? "_numeric" : ""),
                        List.of(outcome.answer(), outcome.matched()));
            }
        }
        Map<String, @Nullable Object> result = new HashMap<>();
        result.put("match", matches);
        result.put("answer_letter", extracted(LetterExtraction.INSPECT_LETTER, value));
        result.put("answer_word", extracted(LetterExtraction.INSPECT_WORD, value));
        result.put("answer_line", extracted(LetterExtraction.INSPECT_LINE, value));
        result.put("f1", InspectOverlap.f1(value, List.of(target)));
        result.put("exact", InspectOverlap.exact(value, List.of(target)));
        return result;
    }

    private static @Nullable String extracted(LetterExtraction extraction, String text) {
        return extraction.prepared().read(text).orElse(null);
    }

    private static Object glue(JsonNode golden) {
        JsonNode input = golden.get("input");
        return GlueTask.of(input.get("task").asText())
                .<Object>map(task ->
                        task.metrics(Json.numbers(input.get("predictions")), Json.numbers(input.get("references"))))
                .orElseGet(() -> new Refused("GLUE has no such task"));
    }

    private static Object passAtK(JsonNode golden) {
        JsonNode input = golden.get("input");
        int[] right = Json.integers(input.get("num_correct"));
        JsonNode samples = input.get("num_samples");
        int k = input.get("k").asInt();
        List<Double> estimates = new ArrayList<>();
        try {
            for (int i = 0; i < right.length; i++) {
                int answers = samples.isArray() ? samples.get(i).asInt() : samples.asInt();
                estimates.add(PassAtK.any(answers, right[i], k));
            }
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
        return Map.of(
                "per_problem",
                estimates,
                "mean",
                estimates.stream().mapToDouble(e -> e).average().orElse(Double.NaN));
    }
}
