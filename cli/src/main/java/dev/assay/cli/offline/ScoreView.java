package dev.assay.cli.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A score of a file as people and scripts read it. */
public final class ScoreView {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ScoreView() {}

    /** Range and direction of a metric: {@code 0 to 1, higher is better}. */
    public static String scale(MetricType type) {
        String range = Double.isInfinite(type.maximum()) ? " and above" : " to " + number(type.maximum());
        return number(type.minimum())
                + range
                + (type.direction() == Direction.HIGHER_IS_BETTER ? ", higher is better" : ", lower is better");
    }

    private static String number(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }

    /** One row for all, and one for each group. */
    public static Table table(Scoring scoring, Sureness sureness) {
        String interval = Percent.of(sureness.confidence()) + " % interval";
        boolean grouped = !scoring.groups().isEmpty();
        Table table = new Table();
        if (grouped) {
            table.text("group");
        }
        table.figure(scoring.metric().type().name())
                .figure(interval)
                .figure("n")
                .figure("coverage")
                .text("method");
        if (grouped) {
            scoring.groups().forEach((name, tally) -> table.row(cells(name, tally, sureness, true)));
        }
        return table.row(cells("all", scoring.all(), sureness, grouped));
    }

    private static List<String> cells(String name, Tally tally, Sureness sureness, boolean grouped) {
        Figure figure = tally.figure(sureness);
        List<String> cells = new ArrayList<>();
        if (grouped) {
            cells.add(name);
        }
        cells.add(figure.value().map(ScoreView::shown).orElse(Figures.UNKNOWN));
        cells.add(figure.interval()
                .map(i -> "[" + shown(i.low()) + ", " + shown(i.high()) + "]")
                .orElse(Figures.UNKNOWN));
        cells.add(Figures.count(tally.scored()));
        cells.add(Figures.share(tally.coverage()));
        cells.add(figure.method());
        return cells;
    }

    /** A figure with four decimals. */
    public static String shown(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** With brackets and a space before. */
    public static String interval(Interval interval) {
        return " [" + shown(interval.low()) + ", " + shown(interval.high()) + "]";
    }

    /** With its sign, as differences have one. */
    public static String signed(double value) {
        // A negative zero is none.
        return String.format(Locale.ROOT, "%+.4f", value + 0.0);
    }

    /** With signs, brackets and a space before. */
    public static String signed(Interval interval) {
        return " [" + signed(interval.low()) + ", " + signed(interval.high()) + "]";
    }

    /** All that the table says, with the metric and why rows have no score. */
    public static ObjectNode json(Scoring scoring, Sureness sureness) {
        ObjectNode document = metric(scoring.metric(), sureness);
        if (scoring.metric().isOfSets()) {
            document.put("resamples", sureness.resamples()).put("seed", sureness.seed());
        }
        put(document, scoring.all(), sureness);
        if (!scoring.metric().filters().isEmpty()) {
            document.put("unextracted", scoring.unextracted());
        }
        var groups = document.putArray("groups");
        for (Map.Entry<String, Tally> group : scoring.groups().entrySet()) {
            ObjectNode entry = groups.addObject().put("group", group.getKey());
            put(entry, group.getValue(), sureness);
        }
        unscored(document, scoring.complaints());
        return document;
    }

    static void unscored(ObjectNode document, Complaints complaints) {
        var list = document.putArray("unscored");
        for (Complaints.Complaint complaint : complaints.all()) {
            ObjectNode entry =
                    list.addObject().put("reason", complaint.reason()).put("count", complaint.count());
            var lines = entry.putArray("lines");
            complaint.lines().forEach(line -> lines.add((long) line));
        }
    }

    /** What the metric is. */
    static ObjectNode metric(NamedMetric metric, Sureness sureness) {
        ObjectNode document = JSON.objectNode();
        MetricType type = metric.type();
        document.put("metric", type.name()).put("version", type.version());
        var parameters = document.putObject("parameters");
        metric.parameters().forEach((name, value) -> parameters.putPOJO(name, value));
        if (!metric.filters().isEmpty()) {
            var filters = document.putArray("extract");
            metric.filters().written().forEach(filters::add);
        }
        bound(document, "minimum", type.minimum());
        bound(document, "maximum", type.maximum());
        return document.put("higherIsBetter", type.direction() == Direction.HIGHER_IS_BETTER)
                .put("confidence", sureness.confidence());
    }

    /** JSON has no infinite numbers. */
    static void bound(ObjectNode document, String name, double value) {
        if (Double.isFinite(value)) {
            document.put(name, value);
        } else {
            document.putNull(name);
        }
    }

    private static void put(ObjectNode document, Tally tally, Sureness sureness) {
        Figure figure = tally.figure(sureness);
        document.put("rows", tally.rows()).put("n", tally.scored()).put("coverage", tally.coverage());
        document.put("value", figure.value().orElse(null));
        figure.interval()
                .ifPresentOrElse(
                        i -> document.putObject("interval")
                                .put("low", i.low())
                                .put("high", i.high())
                                .put("method", figure.method()),
                        () -> document.putNull("interval"));
    }

    /** One row's score, with what was extracted if something should have been. */
    public static ObjectNode row(NamedMetric metric, Scoring.Scored scored) {
        ObjectNode row = JSON.objectNode().put("line", scored.row().line());
        if (scored.row() instanceof Row.Read read) {
            read.field("id").filter(id -> id.isValueNode()).ifPresent(id -> row.set("id", id));
        }
        if (!metric.filters().isEmpty()) {
            row.put("extracted", scored.prediction());
        }
        row.put("score", scored.score().orElse(null));
        if (scored.reason() != null) {
            row.put("reason", scored.reason());
        }
        return row;
    }
}
