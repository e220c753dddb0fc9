package dev.assay.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Prints a report.
 *
 * @param report as the API gives it
 */
public record ReportText(JsonNode report, Truth truth, Ink ink) {

    public void print(PrintStream out) {
        head(out);
        banner(out);
        new StopText(report, ink).print(out);
        out.println();
        new Leaderboard(report, truth).table().print(out, ink);
        failures(out);
        refusals(out);
        unscored(out);
        Table categories = categories();
        if (!categories.isEmpty() && hasScores()) {
            out.println();
            categories.print(out, ink);
        }
        new SubgroupTables(report).print(out, ink);
        VariantTables variants = new VariantTables(report);
        for (Table forms : List.of(
                variants.of("perturbation", "written otherwise"), variants.of("counterfactual", "about others"))) {
            if (!forms.isEmpty()) {
                out.println();
                forms.print(out, ink);
            }
        }
        new JudgesText(report.path("judges")).print(out, ink);
    }

    private void head(PrintStream out) {
        JsonNode run = report.path("run");
        JsonNode manifest = report.path("manifest");
        out.println(ink.bold(Shown.line(run.path("name").asText())) + "  "
                + run.path("id").asText() + "  "
                + ink.state(run.path("state").asText()));
        JsonNode spend = run.path("spend");
        StringJoiner facts = new StringJoiner(" · ");
        facts.add(manifest.path("benchmark").path("name").asText() + " "
                + manifest.path("benchmark").path("version").asText());
        facts.add(Figures.count(manifest.path("items").asLong()) + " items × "
                + manifest.path("models").size() + " models × "
                + manifest.path("repeats").asLong(1));
        facts.add("seed " + manifest.path("seed").asText());
        facts.add("spent " + Figures.money(spend.path("total")) + " in "
                + Figures.count(spend.path("calls").asLong()) + " calls");
        out.println(facts);
        if (spend.path("unconfirmed").asLong() > 0) {
            out.println(Figures.count(spend.path("unconfirmed").asLong())
                    + " calls were cut off by a crash and are charged at an estimate.");
        }
        if (spend.path("unpriced").asLong() > 0) {
            out.println(ink.warning(
                    Figures.count(spend.path("unpriced").asLong()) + " calls have no price: the cost is not known."));
        }
    }

    private void banner(PrintStream out) {
        JsonNode run = report.path("run");
        String reason = run.path("reason").isTextual()
                ? ": " + Shown.line(run.path("reason").asText()).replaceFirst("\\.$", "") + "."
                : ".";
        switch (run.path("state").asText()) {
            case "COMPLETE" -> {
                if (!hasScores()) {
                    out.println(ink.warning(noScore()));
                }
            }
            case "PARTIAL" ->
                out.println(ink.warning("PARTIAL" + reason + " "
                        + scores("that were answered; the bounds say what the rest could change.")));
            case "CANCELLED" ->
                out.println(ink.warning("CANCELLED" + reason + " " + scores("that were answered before.")));
            case "FAILED" -> out.println(ink.bad("FAILED" + reason));
            default ->
                out.println(
                        hasScores()
                                ? "The run goes on; these are the scores of " + Figures.portion(report.path("coverage"))
                                        + " of its samples."
                                : "The run goes on; no sample has a score yet.");
        }
    }

    private String scores(String which) {
        return hasScores()
                ? "Scores are over the " + Figures.portion(report.path("coverage")) + " of samples " + which
                : noScore();
    }

    private String noScore() {
        boolean answered = false;
        for (JsonNode entry : report.path("leaderboard")) {
            answered |= entry.path("metrics").path(0).path("answered").asLong() > 0;
        }
        return answered
                ? "No answer could be scored, so there is no score."
                : "No sample was answered, so there is no score.";
    }

    private boolean hasScores() {
        for (JsonNode entry : report.path("leaderboard")) {
            for (JsonNode metric : entry.path("metrics")) {
                if (metric.path("value").isNumber()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void refusals(PrintStream out) {
        for (JsonNode entry : report.path("leaderboard")) {
            long refused = entry.path("metrics").path(0).path("refused").asLong();
            if (refused > 0) {
                out.println(ink.warning(Shown.line(entry.path("model").asText()) + " refused "
                        + Figures.count(refused) + " of "
                        + Figures.count(
                                entry.path("metrics").path(0).path("samples").asLong()) + " samples."));
            }
        }
    }

    private void failures(PrintStream out) {
        for (JsonNode entry : report.path("leaderboard")) {
            List<String> kinds = new ArrayList<>();
            entry.path("failures")
                    .properties()
                    .forEach(kind -> kinds.add(
                            kind.getKey() + " " + Figures.count(kind.getValue().asLong())));
            if (!kinds.isEmpty()) {
                out.println(
                        ink.warning(Shown.line(entry.path("model").asText()) + " failed: " + String.join(", ", kinds)));
            }
        }
    }

    private void unscored(PrintStream out) {
        for (JsonNode entry : report.path("leaderboard")) {
            for (JsonNode metric : entry.path("metrics")) {
                long unscored = metric.path("unscored").asLong();
                if (unscored > 0) {
                    out.println(ink.warning(Figures.count(unscored) + " answers of "
                            + Shown.line(entry.path("model").asText()) + " have no "
                            + metric.path("metric").asText()
                            + ": their items cannot be scored. `assay samples` says why."));
                }
            }
        }
    }

    /** One row for each category, one column for each model; the first metric. */
    private Table categories() {
        Set<String> models = new LinkedHashSet<>();
        report.path("leaderboard")
                .forEach(entry -> models.add(entry.path("model").asText()));
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (JsonNode entry : report.path("categories")) {
            String category = entry.path("category").asText();
            String model = entry.path("model").asText();
            models.add(model);
            cells.computeIfAbsent(category, name -> new LinkedHashMap<>()).put(model, cell(entry, category, model));
        }
        Table table = new Table().text("category");
        models.forEach(table::text);
        cells.forEach((category, values) -> {
            List<String> row = new ArrayList<>(List.of(category));
            models.forEach(model -> row.add(values.getOrDefault(model, Figures.UNKNOWN)));
            table.row(row);
        });
        return table;
    }

    private String cell(JsonNode entry, String category, String model) {
        JsonNode metric = entry.path("metrics").path(0);
        String measured =
                MetricFigures.of(report, metric.path("metric").asText()).interval(metric);
        JsonNode right = truth.accuracy(model, category);
        return right.isNumber() ? measured + " true " + Figures.share(right) : measured;
    }
}
