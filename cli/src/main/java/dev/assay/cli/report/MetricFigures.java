package dev.assay.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * How the values of one metric are written: as shares if all of them lie between 0 and 1, else as numbers.
 *
 * @param name the metric's label
 * @param asShare whether in percent
 * @param lowerIsBetter whether a smaller value is the better one
 */
record MetricFigures(String name, boolean asShare, boolean lowerIsBetter) {

    /** @param report as the API gives it */
    static MetricFigures of(JsonNode report, String name) {
        List<JsonNode> found = new ArrayList<>();
        for (String part : List.of("leaderboard", "categories")) {
            for (JsonNode entry : report.path(part)) {
                for (JsonNode metric : entry.path("metrics")) {
                    if (metric.path("metric").asText().equals(name)) {
                        found.add(metric);
                    }
                }
            }
        }
        return new MetricFigures(
                name,
                found.stream().allMatch(MetricFigures::isShare),
                found.stream().anyMatch(metric -> metric.path("lowerIsBetter").asBoolean()));
    }

    private static boolean isShare(JsonNode metric) {
        double value = metric.path("value").asDouble(0);
        return value >= 0 && value <= 1;
    }

    String title() {
        return name + (lowerIsBetter ? ", lower is better" : "") + " [95 %]";
    }

    String interval(JsonNode metric) {
        JsonNode value = metric.path("value");
        JsonNode low = metric.path("low");
        JsonNode high = metric.path("high");
        return asShare ? Figures.interval(value, low, high) : Figures.plainInterval(value, low, high);
    }
}
