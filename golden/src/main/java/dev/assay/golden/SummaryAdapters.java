package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.summary.Meteor;
import dev.assay.scoring.summary.PorterStemmer;
import dev.assay.scoring.summary.RougeBootstrap;
import dev.assay.scoring.summary.RougeScore;
import dev.assay.scoring.summary.RougeScorer;
import dev.assay.scoring.summary.Synonyms;
import dev.assay.wordnet.WordNet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Stems, ROUGE and METEOR. */
final class SummaryAdapters {

    private static final Meteor METEOR = new Meteor(Synonyms.none());

    private SummaryAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "porter_stemmer", SummaryAdapters::porterStemmer,
                "rouge", SummaryAdapters::rouge,
                "rouge_aggregate", SummaryAdapters::rougeAggregate,
                "meteor", SummaryAdapters::meteor);
    }

    private static Object porterStemmer(JsonNode golden) {
        String word = golden.at("/input/word").asText();
        return Map.of(
                "nltk", new PorterStemmer(PorterStemmer.Mode.NLTK_EXTENSIONS).stem(word),
                "original", new PorterStemmer(PorterStemmer.Mode.ORIGINAL).stem(word));
    }

    private static Object rouge(JsonNode golden) {
        JsonNode input = golden.get("input");
        boolean stem = input.path("use_stemmer").asBoolean();
        RougeScorer scorer = input.path("split_summaries").asBoolean()
                ? new RougeScorer(stem, SharedPunkt.splitter()::split)
                : new RougeScorer(stem);
        String target = input.get("target").asText();
        String prediction = input.get("prediction").asText();
        return Map.of(
                "rouge1", parts(scorer.runs(target, prediction, 1)),
                "rouge2", parts(scorer.runs(target, prediction, 2)),
                "rouge3", parts(scorer.runs(target, prediction, 3)),
                "rougeL", parts(scorer.sequence(target, prediction)),
                "rougeLsum", parts(scorer.summary(target, prediction)));
    }

    private static Object rougeAggregate(JsonNode golden) {
        JsonNode input = golden.get("input");
        RougeScorer scorer = new RougeScorer(input.get("use_stemmer").asBoolean());
        List<String> targets = Json.texts(input.get("targets"));
        List<String> predictions = Json.texts(input.get("predictions"));
        String type = input.get("rouge_type").asText();
        List<RougeScore> scores = IntStream.range(0, targets.size())
                .mapToObj(i -> score(scorer, type, targets.get(i), predictions.get(i)))
                .toList();
        int[][] draws =
                Json.elements(input.get("resample_indices")).map(Json::integers).toArray(int[][]::new);
        RougeBootstrap interval = RougeBootstrap.of(
                scores, draws, input.get("confidence_interval").asDouble());
        return Map.of("low", parts(interval.low()), "mid", parts(interval.mid()), "high", parts(interval.high()));
    }

    private static RougeScore score(RougeScorer scorer, String type, String target, String prediction) {
        return switch (type) {
            case "rougeL" -> scorer.sequence(target, prediction);
            case "rougeLsum" -> scorer.summary(target, prediction);
            default -> scorer.runs(target, prediction, Integer.parseInt(type.substring("rouge".length())));
        };
    }

    private static Object meteor(JsonNode golden) {
        JsonNode input = golden.get("input");
        List<List<String>> references =
                Json.elements(input.get("reference_tokens")).map(Json::texts).toList();
        Meteor meteor = input.path("synonyms").asBoolean() ? new Meteor(new WordNet().synonyms()) : METEOR;
        return meteor.best(references, Json.texts(input.get("hypothesis_tokens")));
    }

    private static Map<String, Object> parts(RougeScore score) {
        return Map.of("precision", score.precision(), "recall", score.recall(), "fmeasure", score.fmeasure());
    }
}
