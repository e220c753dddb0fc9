package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;

/** A sample as a row of a table, or whole. */
record SampleText(JsonNode sample, Ink ink) {

    private static final int ANSWER = 48;

    static Table table() {
        return new Table()
                .text("sample")
                .text("item")
                .text("model")
                .text("category")
                .text("outcome")
                .text("scores")
                .text("extracted")
                .text("answer")
                .figure("cost")
                .figure("total");
    }

    static String[] row(JsonNode sample) {
        return new String[] {
            place(sample),
            Shown.cut(sample.path("itemId").asText(), 24),
            sample.path("model").asText(),
            sample.path("category").asText(Figures.UNKNOWN),
            sample.path("failure").asText(sample.path("outcome").asText()),
            pairs(sample.path("scores")),
            Shown.cut(values(sample.path("extracted")), 16),
            Shown.cut(sample.path("answer").asText(""), ANSWER),
            Figures.money(sample.path("cost")),
            Figures.millis(sample.path("totalMs"))
        };
    }

    private static String place(JsonNode sample) {
        String task = sample.path("task").asText();
        return task.substring(task.indexOf('.') + 1);
    }

    private static String pairs(JsonNode object) {
        return object.properties().stream()
                .map(entry -> entry.getKey() + " " + Shown.line(entry.getValue().asText()))
                .collect(Collectors.joining(", "));
    }

    private static String values(JsonNode object) {
        return object.properties().stream()
                .map(Map.Entry::getValue)
                .map(JsonNode::asText)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    void print(PrintStream out) {
        out.println(ink.bold(sample.path("task").asText()) + "  "
                + Shown.line(sample.path("itemId").asText()));
        field(out, "model", sample.path("model").asText());
        field(out, "category", sample.path("category").asText(""));
        field(
                out,
                "outcome",
                sample.path("outcome").asText() + " " + sample.path("failure").asText(""));
        field(out, "message", sample.path("message").asText(""));
        field(out, "scores", pairs(sample.path("scores")));
        field(out, "unscored", pairs(sample.path("unscored")));
        field(out, "extracted", pairs(sample.path("extracted")));
        field(out, "references", list(sample.path("references")));
        field(out, "choices", list(sample.path("choices")));
        field(out, "cost", Figures.money(sample.path("cost")));
        field(out, "total", Figures.millis(sample.path("totalMs")));
        field(out, "first token", Figures.millis(sample.path("ttftMs")));
        field(out, "finish", sample.path("finishReason").asText(""));
        for (JsonNode message : sample.path("prompt")) {
            block(
                    out,
                    message.path("role").asText("prompt"),
                    message.path("content").asText());
        }
        block(out, "answer", sample.path("answer").asText(""));
        attempts(out);
    }

    private void attempts(PrintStream out) {
        Table table = new Table()
                .figure("attempt")
                .text("outcome")
                .figure("http")
                .figure("total")
                .figure("cost")
                .text("worker")
                .text("message");
        for (JsonNode attempt : sample.path("attemptList")) {
            table.row(
                    attempt.path("attempt").asText(),
                    attempt.path("failure").asText(attempt.path("outcome").asText()),
                    attempt.path("httpStatus").asText(Figures.UNKNOWN),
                    Figures.millis(attempt.path("totalMs")),
                    Figures.money(attempt.path("cost")),
                    attempt.path("worker").asText(""),
                    Shown.cut(attempt.path("message").asText(""), 80));
        }
        if (!table.isEmpty()) {
            out.println();
            table.print(out, ink);
        }
    }

    private static String list(JsonNode texts) {
        StringBuilder list = new StringBuilder();
        texts.forEach(text -> list.append(list.isEmpty() ? "" : " | ").append(text.asText()));
        return list.toString();
    }

    private void field(PrintStream out, String name, String value) {
        String line = Shown.line(value);
        if (!line.isEmpty()) {
            out.println(ink.faint(name + " ".repeat(12 - name.length())) + line);
        }
    }

    private void block(PrintStream out, String name, String text) {
        if (!text.isEmpty()) {
            out.println();
            out.println(ink.bold(name));
            Shown.lines(text).lines().forEach(line -> out.println("  " + line));
        }
    }
}
