package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.classification.ConfusionMatrix;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.extraction.ExtractionContext;
import dev.assay.scoring.extraction.ExtractionPipeline;
import dev.assay.scoring.harness.HarnessAggregation;
import dev.assay.scoring.languagemodel.LikelyDocument;
import dev.assay.scoring.languagemodel.Perplexity;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.repeats.Repeats;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What lm-evaluation-harness filters, aggregates and measures of language models. */
final class HarnessAdapters {

    private HarnessAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "lm_eval_filters", HarnessAdapters::filter,
                "lm_eval_aggregation", HarnessAdapters::aggregation,
                "lm_eval_perplexity", HarnessAdapters::perplexity);
    }

    private static @Nullable Object filter(JsonNode golden) {
        JsonNode input = golden.get("input");
        return switch (input.get("filter").asText()) {
            case "majority_vote" -> vote(Json.texts(input.get("responses")));
            case "take_first" -> firstOf(Json.texts(input.get("responses")));
            case "take_first_k" ->
                Repeats.of(Json.texts(input.get("responses")))
                        .first(input.get("k").asInt());
            case "map" -> mapped(input);
            case "regex" -> matched(input);
            default -> piped(input, Map.of("function", input.get("filter").asText()));
        };
    }

    /** The reference raises an error if there are matches, but not the one that is asked for. */
    private static Object matched(JsonNode input) {
        String pattern = input.get("regex_pattern").asText();
        int match = input.path("group_select").asInt(0);
        int matches =
                SafePattern.compile(pattern).all(input.get("response").asText()).size();
        if (matches > 0 && (match >= matches || -match > matches)) {
            return new Refused("no match " + match + " among " + matches);
        }
        return piped(input, Map.of("function", "regex", "regex_pattern", pattern, "group_select", match));
    }

    private static Object firstOf(List<String> responses) {
        return responses.isEmpty() ? new Refused("no answer") : responses.getFirst();
    }

    private static Object vote(List<String> responses) {
        return attempt(
                () -> List.of(Repeats.of(responses).majority(responses.size()).orElseThrow()));
    }

    private static String piped(JsonNode input, Map<String, Object> step) {
        return ExtractionPipeline.parse(List.of(Definition.parse(step, "")))
                .apply(input.get("response").asText(), ExtractionContext.none())
                .value()
                .orElse(input.path("fallback").asText("[invalid]"));
    }

    /** The values of a mapping may be of any kind; the filter has texts. */
    private static @Nullable Object mapped(JsonNode input) {
        JsonNode fallback = input.path("default");
        JsonNode value = input.get("mapping").path(input.get("response").asText());
        return plain(value.isMissingNode() ? fallback : value);
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? (Object) value.asBoolean() : value.isTextual() ? value.asText() : null;
    }

    private static Object aggregation(JsonNode golden) {
        JsonNode input = golden.get("input");
        return switch (input.get("op").asText()) {
            case "describe" -> describe(Json.numbers(input.get("values")));
            case "nanmean" -> HarnessAggregation.meanOfNumbers(Json.numbers(input.get("values")));
            case "group" -> group(input);
            case "f1_mcc" -> {
                ConfusionMatrix<Integer> labels =
                        labels(Json.elements(input.get("items_gold_pred")).toList());
                yield Map.of("f1", labels.of(1, 1).f(), "mcc", labels.matthews());
            }
            case "brier_score" -> brier(input.get("items_gold_probs"));
            case "bootstrap_stderr" -> bootstrap(input);
            default -> throw new IllegalArgumentException("unknown operation");
        };
    }

    private static Object describe(double[] values) {
        return Map.of(
                "mean", attempt(() -> HarnessAggregation.mean(values)),
                "median", attempt(() -> HarnessAggregation.median(values)),
                "pop_stddev", attempt(() -> HarnessAggregation.populationDeviation(values)),
                "sample_stddev", attempt(() -> HarnessAggregation.sampleDeviation(values)),
                "mean_stderr", attempt(() -> HarnessAggregation.meanError(values)));
    }

    private static Object group(JsonNode input) {
        double[] errors = Json.numbers(input.get("stderrs"));
        int[] sizes = Json.integers(input.get("sizes"));
        double[] means = Json.numbers(input.get("metrics"));
        return Map.of(
                "pooled_sample_stderr", attempt(() -> HarnessAggregation.pooledError(errors, sizes)),
                "combined_sample_stderr", attempt(() -> HarnessAggregation.combinedError(errors, sizes, means)),
                "weighted_mean", attempt(() -> HarnessAggregation.weightedMean(means, sizes)),
                "unweighted_mean", attempt(() -> HarnessAggregation.mean(means)));
    }

    private static Object bootstrap(JsonNode input) {
        // The reference's draws are those of Python's generator; the tolerance allows for others.
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        List<JsonNode> items = Json.elements(input.get("values")).toList();
        ToDoubleFunction<List<JsonNode>> statistic =
                switch (input.get("function").asText()) {
                    case "mean" -> drawn -> HarnessAggregation.mean(numbers(drawn));
                    case "nanmean" -> drawn -> HarnessAggregation.meanOfNumbers(numbers(drawn));
                    case "median" -> drawn -> HarnessAggregation.median(numbers(drawn));
                    case "perplexity" -> drawn -> Perplexity.ofLogLikelihoods(numbers(drawn));
                    case "f1", "f1_score" -> drawn -> labels(drawn).of(1, 1).f();
                    case "matthews_corrcoef", "mcc" -> drawn -> labels(drawn).matthews();
                    default -> throw new IllegalArgumentException("unknown statistic");
                };
        return HarnessAggregation.bootstrapError(
                items, statistic, input.get("iters").asInt(), random);
    }

    private static double[] numbers(List<JsonNode> items) {
        return items.stream().mapToDouble(Json::number).toArray();
    }

    private static ConfusionMatrix<Integer> labels(List<JsonNode> pairs) {
        return ConfusionMatrix.of(
                pairs.stream().map(pair -> pair.get(0).asInt()).toList(),
                pairs.stream().map(pair -> pair.get(1).asInt()).toList(),
                Comparator.naturalOrder());
    }

    private static Object brier(JsonNode items) {
        return HarnessAggregation.brier(
                Json.elements(items).mapToInt(item -> item.get(0).asInt()).toArray(),
                Json.elements(items).map(item -> Json.numbers(item.get(1))).toArray(double[][]::new));
    }

    private static Object perplexity(JsonNode golden) {
        double[] likelihoods = Json.numbers(golden.at("/input/loglikelihoods"));
        List<String> texts = Json.texts(golden.at("/input/documents"));
        List<LikelyDocument> documents = IntStream.range(0, texts.size())
                .mapToObj(i -> new LikelyDocument(texts.get(i), likelihoods[i]))
                .toList();
        return attempt(() -> Map.of(
                "words", documents.stream().map(LikelyDocument::words).toList(),
                "bytes", documents.stream().map(LikelyDocument::bytes).toList(),
                "word_perplexity", attempt(() -> Perplexity.ofWords(documents)),
                "byte_perplexity", attempt(() -> Perplexity.ofBytes(documents)),
                "bits_per_byte", attempt(() -> Perplexity.bitsPerByte(documents)),
                "perplexity_of_mean_ll", attempt(() -> Perplexity.ofCharacters(documents))));
    }

    private static Object attempt(Supplier<Object> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }
}
