package dev.assay.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import java.util.Locale;

/**
 * What other forms of the items did: other wordings, and other people in the questions.
 *
 * @param report as the API gives it
 */
record VariantTables(JsonNode report) {

    /** The forms of a kind, for the first metric that has any; empty if there are none. */
    Table of(String kind, String title) {
        Table table = new Table()
                .text(title)
                .text("model")
                .figure("items")
                .figure("as is")
                .figure("so")
                .figure("difference [95 %]")
                .figure("other answer")
                .figure("worse")
                .figure("better");
        String metric = report.path("variants").path(0).path("metric").asText();
        for (JsonNode entry : report.path("variants")) {
            boolean worst = !entry.path("variant").isTextual();
            boolean shown =
                    worst ? isPerturbed(kind) : kind.equals(entry.path("kind").asText());
            if (shown && entry.path("metric").asText().equals(metric)) {
                table.row(
                        worst ? "worst of all" : entry.path("variant").asText(),
                        entry.path("model").asText(),
                        Figures.count(entry.path("items").asLong()),
                        figure(entry.path("original")),
                        figure(entry.path("value")),
                        difference(entry),
                        Figures.share(entry.path("changed")),
                        Figures.count(entry.path("worse").asLong()),
                        Figures.count(entry.path("better").asLong()));
            }
        }
        return table;
    }

    /** The worst of all forms is said with the perturbations, if there are any. */
    private boolean isPerturbed(String kind) {
        boolean any = false;
        for (JsonNode entry : report.path("variants")) {
            any |= entry.path("kind").asText().equals("perturbation");
        }
        return kind.equals(any ? "perturbation" : "counterfactual");
    }

    private static String figure(JsonNode value) {
        return signed(value.doubleValue(), false);
    }

    private static String difference(JsonNode entry) {
        String interval = entry.path("low").isNumber()
                ? " [" + signed(entry.path("low").doubleValue(), true) + ", "
                        + signed(entry.path("high").doubleValue(), true) + "]"
                : "";
        return signed(entry.path("difference").doubleValue(), true) + interval;
    }

    private static String signed(double value, boolean sign) {
        return String.format(Locale.ROOT, sign ? "%+.3f" : "%.3f", value);
    }
}
