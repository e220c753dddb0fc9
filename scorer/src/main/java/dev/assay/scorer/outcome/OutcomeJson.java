package dev.assay.scorer.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.scorer.scoring.SampleScores;
import dev.assay.scoring.aggregate.MetricScore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the parts of an outcome stand in their text columns. */
final class OutcomeJson {

    // Read for every sample of a run, so that what a type means is found out once.
    private static final ObjectReader TEXTS =
            EventJson.mapper().readerFor(new TypeReference<TreeMap<String, String>>() {});
    private static final ObjectReader NUMBERS =
            EventJson.mapper().readerFor(new TypeReference<TreeMap<String, Double>>() {});
    private static final ObjectReader JUDGED_BY = EventJson.mapper().readerFor(JudgedBy.class);
    private static final TypeReference<List<PipelineSpec>> PIPELINES = new TypeReference<>() {};
    private static final TypeReference<List<MetricSpec>> METRICS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Grade>> GRADES = new TypeReference<>() {};

    /** Marks the score of a sample in which nothing could be extracted. */
    private static final String UNEXTRACTED = "?";

    record JudgedBy(List<String> references, List<String> choices) {

        static final JudgedBy NOTHING = new JudgedBy(List.of(), List.of());
    }

    private OutcomeJson() {}

    /** Postgres text cannot hold U+0000; such an answer keeps its length. */
    static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }

    static @Nullable String judgedBy(StoredOutcome outcome) {
        return storable(write(new JudgedBy(outcome.references(), outcome.choices())));
    }

    static JudgedBy readJudgedBy(@Nullable String text) {
        return text == null ? JudgedBy.NOTHING : read(text, JUDGED_BY);
    }

    static @Nullable String extracted(StoredOutcome outcome) {
        SampleScores scores = outcome.scores();
        return scores == null ? null : write(scores.extracted());
    }

    static @Nullable String scores(StoredOutcome outcome) {
        SampleScores scores = outcome.scores();
        if (scores == null) {
            return null;
        }
        Map<String, Double> values = new TreeMap<>();
        scores.scores()
                .forEach((label, score) -> values.put(score.extracted() ? label : UNEXTRACTED + label, score.value()));
        return write(values);
    }

    /** Null for the usual sample, which each metric could score. */
    static @Nullable String unscored(StoredOutcome outcome) {
        SampleScores scores = outcome.scores();
        return scores == null || scores.unscored().isEmpty() ? null : write(scores.unscored());
    }

    static @Nullable SampleScores readScores(
            @Nullable String extracted, @Nullable String scores, @Nullable String unscored) {
        if (scores == null) {
            return null;
        }
        Map<String, MetricScore> values = new TreeMap<>();
        TreeMap<String, Double> read = read(scores, NUMBERS);
        read.forEach((label, value) -> {
            boolean found = !label.startsWith(UNEXTRACTED);
            values.put(found ? label : label.substring(UNEXTRACTED.length()), new MetricScore(value, found));
        });
        return new SampleScores(texts(extracted), values, texts(unscored));
    }

    static Map<String, Grade> readGrades(@Nullable String text) {
        return text == null ? Map.of() : read(text, GRADES);
    }

    private static Map<String, String> texts(@Nullable String text) {
        return text == null ? Map.of() : read(text, TEXTS);
    }

    static RunDefinition definition(String text) {
        return read(text, new TypeReference<>() {});
    }

    static List<PipelineSpec> pipelines(String text) {
        return read(text, PIPELINES);
    }

    static List<MetricSpec> metrics(String text) {
        return read(text, METRICS);
    }

    static RunDecisions decisions(@Nullable String text) {
        return text == null ? RunDecisions.NONE : read(text, new TypeReference<>() {});
    }

    static String write(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can always be written", e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        return read(text, EventJson.mapper().readerFor(type));
    }

    private static <T> T read(String text, ObjectReader reader) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was stored cannot be read", e);
        }
    }
}
