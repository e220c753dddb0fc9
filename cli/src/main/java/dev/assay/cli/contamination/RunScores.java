package dev.assay.cli.contamination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.offline.ItemScores;
import dev.assay.scoring.contamination.CleanScore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scores of a run's items as they are: by model, metric and item. Filled and read by one thread. */
public final class RunScores {

    private record Column(String model, String metric) {}

    private final Map<Column, ItemScores> columns = new LinkedHashMap<>();

    /** Reads all samples as a stream. @throws IOException if it breaks off */
    public static RunScores read(Api api, String run) throws IOException {
        RunScores scores = new RunScores();
        api.rows(Query.run(run, "/export").with("format", "jsonl").text(), scores::add);
        return scores;
    }

    private void add(JsonNode sample) {
        if (sample.hasNonNull("variant")) {
            return;
        }
        String model = sample.path("model").asText();
        String item = sample.path("itemId").asText();
        sample.path("scores")
                .properties()
                .forEach(score -> columns.computeIfAbsent(
                                new Column(model, score.getKey()), column -> new ItemScores(score.getKey()))
                        .add(item, score.getValue().doubleValue()));
    }

    /** A model's score by a metric, with and without flagged items. */
    public record Row(String model, String metric, CleanScore score) {}

    /** One row for each model and metric, in the run's order of models. */
    public List<Row> without(Set<String> flagged, double confidence) {
        List<Row> rows = new ArrayList<>();
        columns.forEach((column, scores) ->
                rows.add(new Row(column.model(), column.metric(), scores.without(flagged, confidence))));
        return rows;
    }
}
