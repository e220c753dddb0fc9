package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.edit.Alignment;
import dev.assay.scoring.edit.EditDistance;
import dev.assay.scoring.speech.ErrorRates;
import dev.assay.scoring.speech.Transform;
import dev.assay.scoring.translation.NltkBleu;
import dev.assay.scoring.translation.NltkSmoothing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** NLTK's BLEU, jiwer's error rates and RapidFuzz's distances. */
final class EditAdapters {

    private EditAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "nltk_bleu",
                TranslationAdapters.input(EditAdapters::nltkBleu),
                "wer_cer",
                TranslationAdapters.input(EditAdapters::errorRates),
                "edit_distance",
                TranslationAdapters.input(EditAdapters::distances));
    }

    private static Object nltkBleu(JsonNode input) {
        double[] weights = Json.numbers(input.get("weights"));
        Map<String, Object> result = new HashMap<>();
        for (NltkSmoothing smoothing : NltkSmoothing.values()) {
            if (input.has("hypotheses_tokens")) {
                result.put(
                        "corpus_bleu_" + smoothing.written(),
                        orRefused(() -> NltkBleu.corpus(segments(input), weights, smoothing)));
            } else {
                result.put(smoothing.written(), orRefused(() -> NltkBleu.sentence(segment(input), weights, smoothing)));
            }
        }
        if (input.has("hypothesis_tokens")) {
            result.put("gleu", NltkBleu.gleu(segment(input)));
        }
        return result;
    }

    private static List<NltkBleu.Segment> segments(JsonNode input) {
        JsonNode hypotheses = input.get("hypotheses_tokens");
        JsonNode references = input.get("references_tokens");
        return IntStream.range(0, hypotheses.size())
                .mapToObj(i -> segment(hypotheses.get(i), references.get(i)))
                .toList();
    }

    private static NltkBleu.Segment segment(JsonNode input) {
        return segment(input.get("hypothesis_tokens"), input.get("reference_tokens"));
    }

    private static NltkBleu.Segment segment(JsonNode hypothesis, JsonNode references) {
        return new NltkBleu.Segment(
                Json.texts(hypothesis),
                Json.elements(references).map(Json::texts).toList());
    }

    private static Object errorRates(JsonNode input) {
        List<String> references = sentences(input.get("reference"));
        List<String> hypotheses = sentences(input.get("hypothesis"));
        String name = input.path("transform").asText("default");
        Transform transform =
                Transform.named(name).orElseThrow(() -> new IllegalArgumentException("unknown transform " + name));
        return Map.of(
                "words",
                orRefused(() -> words(ErrorRates.ofWords(references, hypotheses, transform))),
                "chars",
                orRefused(() -> characters(ErrorRates.ofCharacters(references, hypotheses))));
    }

    private static List<String> sentences(JsonNode written) {
        return written.isArray() ? Json.texts(written) : List.of(written.asText());
    }

    private static Map<String, Object> words(ErrorRates rates) {
        Map<String, Object> map = counts(rates.counts());
        map.put("wer", rates.errorRate());
        map.put("mer", rates.matchErrorRate());
        map.put("wil", rates.informationLost());
        map.put("wip", rates.informationPreserved());
        return map;
    }

    private static Map<String, Object> characters(ErrorRates rates) {
        Map<String, Object> map = counts(rates.counts());
        map.put("cer", rates.errorRate());
        return map;
    }

    private static Map<String, Object> counts(Alignment counts) {
        Map<String, Object> map = new HashMap<>();
        map.put("hits", counts.hits());
        map.put("substitutions", counts.substitutions());
        map.put("insertions", counts.insertions());
        map.put("deletions", counts.deletions());
        return map;
    }

    private static Object distances(JsonNode input) {
        String a = input.get("a").asText();
        String b = input.get("b").asText();
        return Map.of(
                "levenshtein",
                EditDistance.levenshtein(a, b),
                "levenshtein_normalized_similarity",
                EditDistance.levenshteinSimilarity(a, b),
                "indel",
                EditDistance.indel(a, b),
                "indel_normalized_similarity",
                EditDistance.indelSimilarity(a, b),
                "damerau_levenshtein",
                EditDistance.damerauLevenshtein(a, b),
                "jaro",
                EditDistance.jaro(a, b),
                "jaro_winkler",
                EditDistance.jaroWinkler(a, b),
                "lcs_length",
                EditDistance.longestCommonSubsequence(a, b));
    }

    private static Object orRefused(Supplier<Object> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | NltkSmoothing.Unusable e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }
}
