package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.choice.LetterExtraction;
import dev.assay.scoring.comparison.McNemar;
import dev.assay.scoring.mathematics.Gsm8k;
import dev.assay.scoring.statistics.ClusteredMean;
import dev.assay.scoring.statistics.Moments;
import dev.assay.scoring.statistics.Proportion;
import dev.assay.scoring.statistics.Sums;
import dev.assay.scoring.translation.Bleu;
import dev.assay.scoring.translation.Chrf;
import dev.assay.scoring.translation.Corpus;
import dev.assay.scoring.translation.Ter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whole data files through several metrics; the data are named by the case (see {@link SharedFiles}). */
final class EndToEndAdapters {

    private EndToEndAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of("end_to_end_real_data", TranslationAdapters.input(EndToEndAdapters::score));
    }

    private static Object score(JsonNode input) {
        String task = input.get("task").asText();
        return switch (task) {
            case "mt" -> translation(input);
            case "gsm8k" -> gradeSchoolMath(input);
            case "mmlu-pro-extraction" -> letters(input);
            case "mmlu-pro-accuracy" ->
                accuracy(matrix(input), input.get("model").asText());
            case "mmlu-pro-paired" ->
                paired(
                        matrix(input),
                        input.get("model_a").asText(),
                        input.get("model_b").asText(),
                        input.path("first_n_rows").asInt(Integer.MAX_VALUE));
            default -> new Refused("no adapter for the task '" + task + "'");
        };
    }

    private static Object translation(JsonNode input) {
        List<List<String>> streams = new ArrayList<>();
        input.get("references").forEach(path -> streams.add(SharedFiles.lines(path.asText())));
        Corpus corpus =
                Corpus.ofStreams(SharedFiles.lines(input.get("hypotheses").asText()), streams);
        return Map.of(
                "bleu_13a",
                bleu(settings(), corpus),
                "bleu_intl",
                bleu(settings().put("tokenize", "intl"), corpus),
                "bleu_char_lc",
                bleu(settings().put("tokenize", "char").put("lowercase", true), corpus),
                "chrf2",
                chrf(settings(), corpus),
                "chrf2pp",
                chrf(settings().put("word_order", 2), corpus),
                "ter",
                ter(corpus));
    }

    private static Object gradeSchoolMath(JsonNode input) {
        Gsm8k gsm8k = new Gsm8k(
                switch (input.get("filter").asText()) {
                    case "flexible-extract" -> Gsm8k.Extraction.FLEXIBLE;
                    case "strict-match" -> Gsm8k.Extraction.STRICT;
                    default -> throw new IllegalArgumentException("unknown filter " + input.get("filter"));
                });
        List<JsonNode> gold = SharedFiles.documents("gsm8k/test.jsonl");
        Moments scores = new Moments();
        StringBuilder items = new StringBuilder();
        for (JsonNode output : outputs(input)) {
            String id = output.get("id").asText();
            int line = Integer.parseInt(id.substring(id.indexOf('#') + 1));
            String reference = gold.get(line).get("answer").asText();
            boolean right = gsm8k.isRight(output.get("output").asText(), reference);
            scores.add(right ? 1 : 0);
            items.append(right ? 1 : 0);
        }
        return Map.of(
                "n", scores.count(),
                "exact_match", scores.mean(),
                "stderr", Math.sqrt(scores.variance() / scores.count()),
                "per_item", items.toString());
    }

    private static Object letters(JsonNode input) {
        Map<Integer, String> gold = new HashMap<>();
        for (JsonNode question : SharedFiles.documents("mmlu-pro/questions_sample_420.jsonl")) {
            gold.put(question.get("question_id").asInt(), question.get("answer").asText());
        }
        return Map.of(
                "l1", letters(input, LetterExtraction.MMLU_PRO_STRICT, gold),
                "l2", letters(input, LetterExtraction.MMLU_PRO, gold));
    }

    private static Map<String, Object> letters(JsonNode input, LetterExtraction by, Map<Integer, String> gold) {
        LetterExtraction.Reader reader = by.prepared();
        List<@Nullable String> extracted = new ArrayList<>();
        int right = 0;
        for (JsonNode output : outputs(input)) {
            String letter = reader.read(output.get("output").asText()).orElse(null);
            extracted.add(letter);
            right += Objects.equals(gold.get(output.get("question_id").asInt()), letter) ? 1 : 0;
        }
        return Map.of(
                "extracted",
                extracted,
                "n_null",
                Collections.frequency(extracted, null),
                "correct_null_counts_wrong",
                right);
    }

    /** How often a model is right, over all questions and by category. */
    static Object accuracy(PredictionMatrix matrix, String model) {
        boolean[] right = matrix.right(model);
        Moments all = new Moments();
        Map<String, List<Double>> byCategory = new LinkedHashMap<>();
        for (int i = 0; i < right.length; i++) {
            double score = right[i] ? 1 : 0;
            all.add(score);
            byCategory
                    .computeIfAbsent(matrix.categories().get(i), category -> new ArrayList<>())
                    .add(score);
        }
        List<double[]> clusters = byCategory.values().stream()
                .map(scores -> scores.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
        Map<String, Double> means = new LinkedHashMap<>();
        byCategory.forEach((category, scores) -> means.put(
                category,
                Sums.mean(scores.stream().mapToDouble(Double::doubleValue).toArray())));
        Proportion share = new Proportion(Math.round(all.mean() * right.length), right.length);
        return Map.of(
                "accuracy",
                all.mean(),
                "stderr",
                all.standardError(),
                "clustered_stderr_by_category",
                new ClusteredMean(clusters).standardError(),
                "macro_by_category",
                Sums.mean(
                        means.values().stream().mapToDouble(Double::doubleValue).toArray()),
                "by_category",
                means,
                "wilson95",
                StatisticsAdapters.ends(share.wilson(0.95)));
    }

    /** Two models on the first questions. */
    static Object paired(PredictionMatrix matrix, String first, String second, int most) {
        int rows = Math.min(matrix.gold().size(), most);
        boolean[] a = Arrays.copyOf(matrix.right(first), rows);
        boolean[] b = Arrays.copyOf(matrix.right(second), rows);
        Moments differences = new Moments();
        for (int i = 0; i < rows; i++) {
            differences.add((a[i] ? 1 : 0) - (b[i] ? 1 : 0));
        }
        McNemar mcNemar = McNemar.of(a, b);
        return Map.of(
                "table",
                ComparisonAdapters.table(mcNemar),
                "exact_p",
                mcNemar.exact().p(),
                "chi2_corrected",
                ComparisonAdapters.named("statistic", mcNemar.chiSquare(true)),
                "difference",
                differences.mean(),
                "paired_stderr",
                differences.standardError());
    }

    private static PredictionMatrix matrix(JsonNode input) {
        return PredictionMatrix.read(SharedFiles.dataset(input.get("matrix").asText()));
    }

    /** What a model wrote, in the file's order. */
    private static List<JsonNode> outputs(JsonNode input) {
        return SharedFiles.documents(input.get("outputs").asText()).stream()
                .filter(output -> output.get("model").equals(input.get("model")))
                .toList();
    }

    private static ObjectNode settings() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Map<String, Object> bleu(JsonNode settings, Corpus corpus) {
        Bleu metric = TranslationAdapters.bleu(settings);
        return TranslationAdapters.map(metric.corpus(corpus), metric.signature(corpus.references()));
    }

    private static Map<String, Object> chrf(JsonNode settings, Corpus corpus) {
        Chrf metric = TranslationAdapters.chrf(settings);
        return TranslationAdapters.map(metric.corpus(corpus), metric.signature(corpus.references()));
    }

    private static Map<String, Object> ter(Corpus corpus) {
        Ter metric = TranslationAdapters.ter(settings());
        return TranslationAdapters.map(metric.corpus(corpus), metric.signature(corpus.references()));
    }
}
