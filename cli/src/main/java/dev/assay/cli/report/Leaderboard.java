package dev.assay.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The models of a report, best first.
 *
 * @param report as the API gives it
 */
record Leaderboard(JsonNode report, Truth truth) {

    Table table() {
        List<String> metrics = metrics();
        boolean gaps = hasGaps();
        Table table = new Table().figure("#").text("model");
        metrics.forEach(metric -> table.text(MetricFigures.of(report, metric).title()));
        if (truth.isKnown()) {
            table.figure("true").figure("planted");
        }
        table.figure("coverage");
        if (gaps) {
            table.figure("bounds");
        }
        table.figure("cost").figure("per correct").figure("p50").figure("p95");
        report.path("leaderboard").forEach(entry -> table.row(row(entry, metrics, gaps)));
        return table;
    }

    private List<String> row(JsonNode entry, List<String> metrics, boolean gaps) {
        String model = entry.path("model").asText();
        JsonNode first = entry.path("metrics").path(0);
        List<String> row = new ArrayList<>();
        row.add(entry.path("rank").isNumber() ? entry.path("rank").asText() : Figures.UNKNOWN);
        row.add(model);
        metrics.forEach(name -> row.add(MetricFigures.of(report, name).interval(metric(entry, name))));
        if (truth.isKnown()) {
            row.add(Figures.share(truth.accuracy(model)));
            row.add(Figures.share(truth.planted(model)));
        }
        row.add(Figures.portion(first.path("coverage")));
        if (gaps) {
            row.add(
                    first.path("boundLow").isNumber()
                            ? Figures.share(first.path("boundLow")) + " to " + Figures.share(first.path("boundHigh"))
                            : Figures.UNKNOWN);
        }
        JsonNode total = timing(model).path("totalMs");
        row.add(Figures.money(entry.path("cost").path("total")));
        row.add(Figures.money(entry.path("cost").path("perCorrect")));
        row.add(Figures.millis(total.path("p50")));
        row.add(Figures.millis(total.path("p95")));
        return row;
    }

    /** Names in the order in which they first appear. */
    private List<String> metrics() {
        List<String> names = new ArrayList<>();
        for (JsonNode entry : report.path("leaderboard")) {
            for (JsonNode metric : entry.path("metrics")) {
                String name = metric.path("metric").asText();
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private boolean hasGaps() {
        for (JsonNode entry : report.path("leaderboard")) {
            if (entry.path("metrics").path(0).path("coverage").asDouble(1) < 1) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode metric(JsonNode entry, String name) {
        for (JsonNode metric : entry.path("metrics")) {
            if (metric.path("metric").asText().equals(name)) {
                return metric;
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode timing(String model) {
        for (JsonNode timing : report.path("timing")) {
            if (timing.path("model").asText().equals(model)) {
                return timing;
            }
        }
        return MissingNode.getInstance();
    }
}
