package dev.assay.cli.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.io.PrintStream;

/**
 * Prints items on which two sides differ, with both answers.
 *
 * @param page as the API gives it
 */
public record FlipText(JsonNode page, Ink ink) {

    private static final int ANSWER = 60;

    public void print(PrintStream out) {
        Table table = new Table()
                .text("item")
                .text("category")
                .text("")
                .text("baseline")
                .text("answer")
                .text("candidate")
                .text("answer");
        for (JsonNode flip : page.path("flips")) {
            table.row(
                    flip.path("itemId").asText(),
                    flip.path("category").asText(""),
                    flip.path("direction").asText(),
                    place(flip.path("baseline")),
                    Shown.cut(flip.path("baseline").path("answer").asText(""), ANSWER),
                    place(flip.path("candidate")),
                    Shown.cut(flip.path("candidate").path("answer").asText(""), ANSWER));
        }
        if (table.isEmpty()) {
            out.println("They differ on no item.");
            return;
        }
        table.print(out, ink);
        if (page.hasNonNull("next")) {
            out.println("There are more: ask for more with --flips, or look at the page.");
        }
    }

    /** The sample without its run, as 'assay samples' takes it. */
    private static String place(JsonNode answer) {
        String task = answer.path("task").asText();
        return task.substring(task.indexOf('.') + 1);
    }
}
