package dev.assay.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.Shown;
import java.io.PrintStream;

/**
 * Prints the question of a run, its answers, and what was not asked because of them.
 *
 * @param report as the API gives it
 */
record StopText(JsonNode report, Ink ink) {

    void print(PrintStream out) {
        JsonNode stop = report.path("stop");
        if (!stop.isObject()) {
            return;
        }
        out.println(ink.bold(Shown.line(stop.path("question").asText())));
        for (JsonNode answer : stop.path("answers")) {
            out.println("  " + line(answer));
        }
        if (stop.path("answers").isEmpty()) {
            out.println("  not decided yet");
        }
        saved(out);
    }

    private static String line(JsonNode answer) {
        String missing = answer.path("missing").asLong() == 0
                ? ""
                : "; " + Figures.count(answer.path("missing").asLong())
                        + " samples without a score count as what speaks most against an answer";
        return Shown.line(answer.path("answer").asText()) + " — "
                + Figures.count(answer.path("items").asLong()) + " of "
                + Figures.count(answer.path("of").asLong()) + " items, "
                + Figures.plainInterval(answer.path("estimate"), answer.path("low"), answer.path("high")) + " "
                + answer.path("interval").asText() + missing;
    }

    private void saved(PrintStream out) {
        JsonNode saved = report.path("run").path("saved");
        long samples = saved.path("samples").asLong();
        if (samples > 0) {
            out.println("  " + Figures.count(samples) + " of "
                    + Figures.count(saved.path("planned").asLong())
                    + " samples were not asked: about "
                    + Figures.count(saved.path("calls").asLong()) + " calls and "
                    + Figures.money(saved.path("money")) + " saved, at the mean of those that were.");
        }
    }
}
