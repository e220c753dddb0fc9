package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.translation.Bleu;
import dev.assay.scoring.translation.BleuScore;
import dev.assay.scoring.translation.BleuSettings;
import dev.assay.scoring.translation.BleuTokenizer;
import dev.assay.scoring.translation.Chrf;
import dev.assay.scoring.translation.ChrfScore;
import dev.assay.scoring.translation.ChrfSettings;
import dev.assay.scoring.translation.Corpus;
import dev.assay.scoring.translation.References;
import dev.assay.scoring.translation.Signature;
import dev.assay.scoring.translation.Smoothing;
import dev.assay.scoring.translation.Ter;
import dev.assay.scoring.translation.TerScore;
import dev.assay.scoring.translation.TercomTokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** sacreBLEU's tokenizers and metrics. */
final class TranslationAdapters {

    private TranslationAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "sacrebleu_tokenizers",
                input(TranslationAdapters::tokenize),
                "bleu_corpus",
                input(input -> corpus(bleu(input.get("params")), input)),
                "bleu_sentence",
                input(input -> sentence(bleu(input.get("params")), input)),
                "bleu_from_stats",
                input(TranslationAdapters::bleuFromCounts),
                "chrf_corpus",
                input(input -> corpus(chrf(input.get("params")), input)),
                "chrf_sentence",
                input(input -> sentence(chrf(input.get("params")), input)),
                "ter_corpus",
                input(input -> corpus(ter(input.get("params")), input)),
                "ter_sentence",
                input(input -> sentence(ter(input.get("params")), input)),
                "ter_tokenizer",
                input(input ->
                        tercom(input.get("params")).tokenize(input.get("text").asText())));
    }

    /** A function of the input, whose complaints about it are refusals. */
    static Adapter input(Function<JsonNode, Object> function) {
        return golden -> {
            try {
                return function.apply(golden.get("input"));
            } catch (IllegalArgumentException e) {
                return new Refused(String.valueOf(e.getMessage()));
            }
        };
    }

    static Bleu bleu(JsonNode params) {
        return new Bleu(new BleuSettings(
                params.path("lowercase").asBoolean(),
                tokenizer(params.path("tokenize").asText("13a")),
                smoothing(params.path("smooth_method").asText("exp")),
                decimal(params.get("smooth_value")),
                params.path("max_ngram_order").asInt(4),
                params.path("effective_order").asBoolean()));
    }

    static Chrf chrf(JsonNode params) {
        return new Chrf(new ChrfSettings(
                params.path("char_order").asInt(6),
                params.path("word_order").asInt(0),
                params.path("beta").asInt(2),
                params.path("lowercase").asBoolean(),
                params.path("whitespace").asBoolean(),
                params.path("eps_smoothing").asBoolean()));
    }

    static Ter ter(JsonNode params) {
        return new Ter(tercom(params));
    }

    static Corpus corpus(JsonNode input) {
        List<List<@Nullable String>> streams = new ArrayList<>();
        for (JsonNode stream : input.get("references")) {
            List<@Nullable String> references = new ArrayList<>();
            stream.forEach(reference -> references.add(reference.isNull() ? null : reference.asText()));
            streams.add(references);
        }
        return Corpus.ofStreams(Json.texts(input.get("hypotheses")), streams);
    }

    static Map<String, Object> map(BleuScore score, Signature signature) {
        Map<String, Object> map = map(score);
        map.put("signature", signature.text());
        map.put("signature_short", signature.abbreviated());
        return map;
    }

    static Map<String, Object> map(ChrfScore score, Signature signature) {
        return Map.of(
                "score", score.score(), "name", score.name(), "text", score.text(), "signature", signature.text());
    }

    static Map<String, Object> map(TerScore score, Signature signature) {
        return Map.of(
                "score",
                score.score(),
                "num_edits",
                score.edits(),
                "ref_length",
                score.referenceLength(),
                "text",
                score.text(),
                "signature",
                signature.text());
    }

    private static Map<String, Object> map(BleuScore score) {
        Map<String, Object> map = new HashMap<>();
        map.put("score", score.score());
        map.put("counts", score.counts());
        map.put("totals", score.totals());
        map.put("precisions", score.precisions());
        map.put("bp", score.brevityPenalty());
        map.put("sys_len", score.hypothesisLength());
        map.put("ref_len", score.referenceLength());
        map.put("text", score.text());
        return map;
    }

    private static Object tokenize(JsonNode input) {
        return tokenizer(input.get("tokenizer").asText())
                .tokenize(input.get("text").asText());
    }

    private static Object bleuFromCounts(JsonNode input) {
        return map(bleu(input)
                .ofCounts(
                        Json.numbers(input.get("correct")),
                        Json.numbers(input.get("total")),
                        input.get("sys_len").asLong(),
                        input.get("ref_len").asLong()));
    }

    private static Object corpus(Bleu metric, JsonNode input) {
        Corpus corpus = corpus(input);
        return map(metric.corpus(corpus), metric.signature(corpus.references()));
    }

    private static Object corpus(Chrf metric, JsonNode input) {
        Corpus corpus = corpus(input);
        return map(metric.corpus(corpus), metric.signature(corpus.references()));
    }

    private static Object corpus(Ter metric, JsonNode input) {
        Corpus corpus = corpus(input);
        return map(metric.corpus(corpus), metric.signature(corpus.references()));
    }

    private static Object sentence(Bleu metric, JsonNode input) {
        List<String> references = Json.texts(input.get("references"));
        return map(
                metric.segment(input.get("hypothesis").asText(), references),
                metric.signature(References.of(references.size())));
    }

    private static Object sentence(Chrf metric, JsonNode input) {
        List<String> references = Json.texts(input.get("references"));
        return map(
                metric.segment(input.get("hypothesis").asText(), references),
                metric.signature(References.of(references.size())));
    }

    private static Object sentence(Ter metric, JsonNode input) {
        List<String> references = Json.texts(input.get("references"));
        return map(
                metric.segment(input.get("hypothesis").asText(), references),
                metric.signature(References.of(references.size())));
    }

    private static TercomTokenizer tercom(JsonNode params) {
        return new TercomTokenizer(
                params.path("normalized").asBoolean(),
                params.path("no_punct").asBoolean(),
                params.path("asian_support").asBoolean(),
                params.path("case_sensitive").asBoolean());
    }

    private static BleuTokenizer tokenizer(String name) {
        return BleuTokenizer.named(name)
                .orElseThrow(() -> new IllegalArgumentException("unknown tokenizer '" + name + "'"));
    }

    private static Smoothing smoothing(String name) {
        return Smoothing.named(name)
                .orElseThrow(() -> new IllegalArgumentException("unknown smoothing '" + name + "'"));
    }

    private static OptionalDouble decimal(@Nullable JsonNode number) {
        return number == null || number.isNull() ? OptionalDouble.empty() : OptionalDouble.of(number.asDouble());
    }
}
