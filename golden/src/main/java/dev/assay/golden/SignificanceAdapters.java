package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.scoring.translation.Bleu;
import dev.assay.scoring.translation.Bootstrap;
import dev.assay.scoring.translation.Chrf;
import dev.assay.scoring.translation.Confidence;
import dev.assay.scoring.translation.Corpus;
import dev.assay.scoring.translation.Draws;
import dev.assay.scoring.translation.PairedTest;
import dev.assay.scoring.translation.Ter;
import dev.assay.scoring.translation.TranslationMetric;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** sacreBLEU's bootstrap intervals and paired tests. */
final class SignificanceAdapters {

    /** Of sacreBLEU's generator; the draws are given, so it only shows in signatures. */
    private static final long SEED = 12345;

    private SignificanceAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "bootstrap_ci_mt",
                TranslationAdapters.input(SignificanceAdapters::bootstrap),
                "paired_significance_mt",
                TranslationAdapters.input(SignificanceAdapters::paired),
                "paired_significance_mt_large",
                TranslationAdapters.input(SignificanceAdapters::large));
    }

    private static Object bootstrap(JsonNode input) {
        Corpus corpus = TranslationAdapters.corpus(input);
        TranslationMetric metric = metric(input);
        double[][] statistics = metric.statistics(corpus);
        int[][] resamples = rounds(input.get("resample_indices"));
        Confidence confidence = Bootstrap.confidence(metric, statistics, Draws.given(resamples));
        double[] sums = metric.sum(statistics);
        return Map.of(
                "score",
                metric.score(sums),
                "mean",
                confidence.mean(),
                "ci",
                confidence.halfWidth(),
                "text",
                text(metric, sums, confidence),
                "signature",
                metric.signature(corpus.references())
                        .resampled(resamples.length, SEED)
                        .text());
    }

    private static String text(TranslationMetric metric, double[] sums, Confidence confidence) {
        return switch (metric) {
            case Bleu bleu -> bleu.result(sums).text(confidence);
            case Chrf chrf -> chrf.result(sums).text(confidence);
            case Ter ter -> ter.result(sums).text(confidence);
        };
    }

    private static Object paired(JsonNode input) {
        TranslationMetric metric = metric(input);
        List<String> references = Json.texts(input.get("references"));
        double[][] baseline = statistics(metric, Json.texts(input.get("baseline")), references);
        double[][] system = statistics(metric, Json.texts(input.get("system")), references);
        PairedTest.Result result = isBootstrap(input)
                ? PairedTest.bootstrap(metric, baseline, system, Draws.given(rounds(input.get("resample_indices"))))
                : PairedTest.randomization(metric, baseline, system, Draws.given(rounds(input.get("selectors"))));
        return Map.of("baseline", side(result.baseline(), null), "system", side(result.system(), result.p()));
    }

    private static Object large(JsonNode input) {
        TranslationMetric metric = metric(input);
        int segments = input.get("n_segments").asInt();
        String baselineName = input.get("baseline").asText();
        String systemName = input.get("system").asText();
        List<String> references = SharedFiles.lines("wmt17-en-de/ref.de").subList(0, segments);
        double[][] baseline = statistics(metric, translations(baselineName, segments), references);
        double[][] system = statistics(metric, translations(systemName, segments), references);
        RandomGenerator generator = new SplittableRandom(SEED);
        int rounds = input.get("n_samples").asInt();
        Iterator<int[]> draws = isBootstrap(input)
                ? Draws.indices(generator, rounds, segments)
                : Draws.flips(generator, rounds, segments);
        PairedTest.Result result = isBootstrap(input)
                ? PairedTest.bootstrap(metric, baseline, system, draws)
                : PairedTest.randomization(metric, baseline, system, draws);
        // The baseline itself is scored beside the others, but tested against nothing.
        return baselineName.equals(systemName) ? side(result.baseline(), null) : side(result.system(), result.p());
    }

    private static List<String> translations(String system, int segments) {
        return SharedFiles.lines("wmt17-en-de/" + system + ".txt").subList(0, segments);
    }

    private static double[][] statistics(TranslationMetric metric, List<String> hypotheses, List<String> references) {
        return metric.statistics(Corpus.ofStreams(hypotheses, List.of(references)));
    }

    private static Map<String, @Nullable Object> side(PairedTest.Side side, @Nullable Double p) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("score", side.score());
        map.put("p_value", p);
        map.put("mean", side.confidence().map(Confidence::mean).orElse(null));
        map.put("ci", side.confidence().map(Confidence::halfWidth).orElse(null));
        return map;
    }

    private static boolean isBootstrap(JsonNode input) {
        return "bs".equals(input.get("test").asText());
    }

    /** By its printed name, chrF2++ say; all settings are the usual ones. */
    private static TranslationMetric metric(JsonNode input) {
        String name = input.get("metric").asText();
        JsonNode usual = input.path("none");
        if (name.startsWith("chrF")) {
            int wordOrder = (int) name.chars().filter(c -> c == '+').count();
            return TranslationAdapters.chrf(
                    JsonNodeFactory.instance.objectNode().put("word_order", wordOrder));
        }
        return switch (name) {
            case "BLEU" -> TranslationAdapters.bleu(usual);
            case "TER" -> TranslationAdapters.ter(usual);
            default -> throw new IllegalArgumentException("unknown metric " + name);
        };
    }

    private static int[][] rounds(JsonNode rounds) {
        return Json.elements(rounds).map(SignificanceAdapters::round).toArray(int[][]::new);
    }

    /** A list of numbers, or a text of digits. */
    private static int[] round(JsonNode round) {
        return round.isTextual()
                ? round.asText().chars().map(digit -> digit - '0').toArray()
                : Json.integers(round);
    }
}
