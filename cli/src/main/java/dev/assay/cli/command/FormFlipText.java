package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Samples that score otherwise in another form, with both answers.
 *
 * @param page as the API gives it
 */
record FormFlipText(JsonNode page) {

    private static final int ANSWER = 40;

    Table table() {
        Table table = new Table()
                .text("item")
                .text("model")
                .text("as is")
                .figure("score")
                .text("answer")
                .text("so")
                .figure("score")
                .text("answer");
        for (JsonNode flip : page.path("flips")) {
            JsonNode original = flip.path("original");
            JsonNode changed = flip.path("changed");
            table.row(
                    Shown.line(flip.path("itemId").asText()),
                    Shown.line(flip.path("model").asText()),
                    place(original),
                    score(original),
                    answer(original),
                    place(changed),
                    score(changed),
                    answer(changed));
        }
        return table;
    }

    /** The sample without its run, as 'assay samples' takes it. */
    private static String place(JsonNode answer) {
        String task = answer.path("task").asText();
        return task.substring(task.indexOf('.') + 1);
    }

    private static String score(JsonNode answer) {
        return String.format(Locale.ROOT, "%.3f", answer.path("score").doubleValue());
    }

    private static String answer(JsonNode answer) {
        return answer.path("extracted").properties().stream()
                .map(pipeline -> Shown.cut(pipeline.getValue().asText(), ANSWER))
                .collect(Collectors.joining(" | "));
    }
}
