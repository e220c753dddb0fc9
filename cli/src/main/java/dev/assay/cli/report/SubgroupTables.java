package dev.assay.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Scores by who is in the items, by the first metric that has any.
 *
 * @param report as the API gives it
 */
record SubgroupTables(JsonNode report) {

    /** Prints nothing of a run without subgroups. */
    void print(PrintStream out, Ink ink) {
        JsonNode subgroups = report.path("subgroups");
        if (subgroups.isEmpty()) {
            return;
        }
        String metric = subgroups.path(0).path("metric").asText();
        Table groups = new Table()
                .text("subgroup")
                .text("model")
                .text("value")
                .figure("items")
                .figure("score [95 %]");
        Table gaps = new Table()
                .text("widest gap")
                .text("model")
                .text("worst")
                .text("best")
                .figure("difference [95 %]")
                .text("")
                .figure("demographic parity [95 %]")
                .figure("equalized odds [95 %]");
        for (JsonNode entry : subgroups) {
            if (entry.path("metric").asText().equals(metric)) {
                add(groups, gaps, entry);
            }
        }
        out.println();
        groups.print(out, ink);
        out.println();
        gaps.print(out, ink);
    }

    private static void add(Table groups, Table gaps, JsonNode entry) {
        String field = Shown.line(entry.path("field").asText());
        String model = Shown.line(entry.path("model").asText());
        if (entry.path("problem").isTextual()) {
            groups.row(field, model, entry.path("problem").asText(), Figures.UNKNOWN, Figures.UNKNOWN);
            return;
        }
        for (JsonNode group : entry.path("groups")) {
            groups.row(
                    field,
                    model,
                    Shown.line(group.path("group").asText()),
                    Figures.count(group.path("items").asLong()),
                    group.path("tooFew").asBoolean() ? "too few" : figure(group, "value", "%.3f"));
        }
        JsonNode gap = entry.path("gap");
        JsonNode parity = entry.path("parity");
        gaps.row(
                field,
                model,
                gap.isMissingNode()
                        ? Figures.UNKNOWN
                        : Shown.line(gap.path("worse").asText()),
                gap.isMissingNode()
                        ? Figures.UNKNOWN
                        : Shown.line(gap.path("better").asText()),
                figure(gap, "difference", "%.3f"),
                gap.path("sure").asBoolean() ? "beyond chance" : "",
                figure(parity.path("demographicParity"), "difference", "%.3f"),
                figure(parity.path("equalizedOdds"), "difference", "%.3f"));
    }

    private static String figure(JsonNode entry, String name, String format) {
        if (!entry.path(name).isNumber()) {
            return Figures.UNKNOWN;
        }
        String value = String.format(Locale.ROOT, format, entry.path(name).doubleValue());
        return entry.path("low").isNumber()
                ? value + " ["
                        + String.format(Locale.ROOT, format, entry.path("low").doubleValue()) + ", "
                        + String.format(Locale.ROOT, format, entry.path("high").doubleValue()) + "]"
                : value;
    }
}
