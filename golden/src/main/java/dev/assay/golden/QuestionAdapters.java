package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.question.Drop;
import dev.assay.scoring.question.Squad;
import dev.assay.scoring.question.SquadQuestion;
import dev.assay.scoring.question.SquadReport;
import dev.assay.scoring.text.AnswerNormalization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reading comprehension. */
final class QuestionAdapters {

    private QuestionAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "squad_pair", QuestionAdapters::squadPair,
                "squad_dataset", QuestionAdapters::squadDataset,
                "drop_f1", QuestionAdapters::drop,
                "drop_simple_evals", QuestionAdapters::dropSimpleEvals);
    }

    private static Object squadPair(JsonNode golden) {
        String prediction = golden.at("/input/prediction").asText();
        List<String> answers = Json.texts(golden.at("/input/answers"));
        return Map.of(
                "v2_exact", Squad.V2.exactMatch(prediction, answers),
                "v2_f1", Squad.V2.f1(prediction, answers),
                "v1_exact", Squad.V1_1.exactMatch(prediction, answers) == 1,
                "v1_f1", Squad.V1_1.f1(prediction, answers),
                "normalized_prediction", AnswerNormalization.normalize(prediction),
                "normalized_answers",
                        answers.stream().map(AnswerNormalization::normalize).toList());
    }

    private static Object squadDataset(JsonNode golden) {
        JsonNode input = golden.get("input");
        List<SquadQuestion> questions =
                Json.elements(input.get("qas")).map(qa -> question(qa, input)).toList();
        SquadReport report;
        try {
            report = SquadReport.of(questions, Json.number(input.get("na_prob_thresh")));
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("v2", version2(report));
        result.put(
                "v1_answerable_only",
                SquadReport.ofVersion1(questions)
                        .map(share -> Map.of("exact_match", share.exact(), "f1", share.f1()))
                        .orElse(null));
        return result;
    }

    private static SquadQuestion question(JsonNode qa, JsonNode input) {
        String id = qa.get("id").asText();
        JsonNode probability = input.path("na_probs").path(id);
        return new SquadQuestion(
                Json.texts(qa.get("answers")),
                input.get("predictions").get(id).asText(),
                probability.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(Json.number(probability)));
    }

    private static Map<String, Object> version2(SquadReport report) {
        Map<String, Object> values = new LinkedHashMap<>(share("", report.all()));
        report.answerable().ifPresent(share -> values.putAll(share("HasAns_", share)));
        report.unanswerable().ifPresent(share -> values.putAll(share("NoAns_", share)));
        report.best()
                .ifPresent(best -> values.putAll(Map.of(
                        "best_exact", best.exact(),
                        "best_exact_thresh", best.exactThreshold(),
                        "best_f1", best.f1(),
                        "best_f1_thresh", best.f1Threshold())));
        report.averagePrecision()
                .ifPresent(precision -> values.putAll(Map.of(
                        "pr_exact_ap", precision.exact(),
                        "pr_f1_ap", precision.f1(),
                        "pr_oracle_ap", precision.oracle())));
        return values;
    }

    private static Map<String, Object> share(String prefix, SquadReport.Share share) {
        return Map.of(prefix + "exact", share.exact(), prefix + "f1", share.f1(), prefix + "total", share.total());
    }

    private static Object drop(JsonNode golden) {
        Drop.Result result = Drop.score(spans(golden.at("/input/predicted")), spans(golden.at("/input/gold")));
        return Map.of("em", result.exactMatch(), "f1", result.f1());
    }

    private static List<String> spans(JsonNode written) {
        return written.isArray() ? Json.texts(written) : List.of(written.asText());
    }

    private static Object dropSimpleEvals(JsonNode golden) {
        String sample = golden.at("/input/sample").asText();
        List<String> references = Json.texts(golden.at("/input/references"));
        Drop.Result result;
        try {
            result = Drop.scoreInPercent(sample, references);
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
        return Map.of(
                "em", result.exactMatch(),
                "f1", result.f1(),
                "fuzzy",
                        references.stream()
                                .map(reference -> Drop.fuzzyMatch(sample, reference))
                                .toList(),
                "normalized", AnswerNormalization.normalize(sample));
    }
}
