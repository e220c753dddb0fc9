package dev.assay.cli.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints a comparison.
 *
 * @param comparison as the API gives it
 */
public record ComparisonText(JsonNode comparison, Ink ink) {

    public void print(PrintStream out) {
        Scale scale = Scale.of(comparison.path("sides"));
        Map<String, String> letters = letters();
        out.println(ink.bold(Shown.line(comparison.path("metric").asText()))
                + (comparison.path("lowerIsBetter").asBoolean() ? ", lower is better" : ""));
        sides(letters, scale).print(out, ink);
        out.println();
        pairs(letters, scale).print(out, ink);
        comparison.path("pairs").forEach(pair -> {
            remarks(pair, letters, scale).forEach(out::println);
        });
        Table categories = categories(letters, scale);
        if (!categories.isEmpty()) {
            out.println();
            categories.print(out, ink);
        }
        selection(out, letters, scale);
        comparison.path("notes").forEach(note -> out.println(ink.warning(Shown.line(note.asText()))));
    }

    /** A, B, C, ... by side. */
    private Map<String, String> letters() {
        Map<String, String> letters = new LinkedHashMap<>();
        for (JsonNode side : comparison.path("sides")) {
            letters.put(side.path("side").asText(), String.valueOf((char) ('A' + letters.size())));
        }
        return letters;
    }

    private Table sides(Map<String, String> letters, Scale scale) {
        Table table = new Table()
                .text("")
                .text("model")
                .text("run")
                .text("name")
                .figure("value [" + percent() + " %]")
                .figure("scored");
        for (JsonNode side : comparison.path("sides")) {
            table.row(
                    letter(letters, side.path("side")),
                    side.path("model").asText(),
                    side.path("run").asText(),
                    Shown.cut(side.path("runName").asText(), 30),
                    scale.value(side.path("value"), side.path("low"), side.path("high")),
                    Figures.count(side.path("scored").asLong()) + " of "
                            + Figures.count(side.path("items").asLong()) + " items");
        }
        return table;
    }

    private Table pairs(Map<String, String> letters, Scale scale) {
        Table table = header(new Table().text("compared"), scale);
        for (JsonNode pair : comparison.path("pairs")) {
            table.row(row(
                    letter(letters, pair.path("candidate")) + " - " + letter(letters, pair.path("baseline")),
                    pair,
                    pair.path("shared").path("items").asLong(),
                    letters,
                    pair.path("difference"),
                    scale));
        }
        return table;
    }

    private Table categories(Map<String, String> letters, Scale scale) {
        Table table = header(new Table().text("category"), scale);
        for (JsonNode pair : comparison.path("pairs")) {
            String both = letter(letters, pair.path("candidate")) + " - " + letter(letters, pair.path("baseline"));
            for (JsonNode category : pair.path("categories")) {
                table.row(row(
                        category.path("category").asText() + (letters.size() > 2 ? ", " + both : ""),
                        pair,
                        category.path("items").asLong(),
                        letters,
                        category.path("difference"),
                        scale));
            }
        }
        return table;
    }

    private Table header(Table table, Scale scale) {
        return table.figure("difference" + scale.unit())
                .figure(percent() + " % interval")
                .figure("p")
                .figure(comparison.path("correction").asText().equals("bh") ? "B.-H." : "Holm")
                .figure("items")
                .figure("improved")
                .figure("worsened")
                .text("better");
    }

    private static List<String> row(
            String name, JsonNode pair, long items, Map<String, String> letters, JsonNode difference, Scale scale) {
        if (!difference.isObject()) {
            String dash = Figures.UNKNOWN;
            return List.of(name, dash, dash, dash, dash, Figures.count(items), dash, dash, dash);
        }
        return List.of(
                name,
                scale.difference(difference.path("difference")),
                scale.interval(difference),
                Scale.p(difference.path("p")),
                Scale.p(difference.path("adjustedP")),
                Figures.count(items),
                Figures.count(difference.path("improved").asLong()),
                Figures.count(difference.path("worsened").asLong()),
                difference.path("better").isTextual()
                        ? letter(letters, pair.path(difference.path("better").asText()))
                        : "undecided");
    }

    /** What the table does not show of a pair. */
    private static List<String> remarks(JsonNode pair, Map<String, String> letters, Scale scale) {
        String a = letter(letters, pair.path("candidate"));
        String b = letter(letters, pair.path("baseline"));
        List<String> remarks = new ArrayList<>();
        if (pair.path("reason").isTextual()) {
            remarks.add(a + " - " + b + ": " + Shown.line(pair.path("reason").asText()) + ".");
        }
        JsonNode shared = pair.path("shared");
        List<String> missing = new ArrayList<>();
        count(missing, shared.path("onlyCandidate"), "only " + a + " has");
        count(missing, shared.path("onlyBaseline"), "only " + b + " has");
        count(missing, shared.path("unscoredCandidate"), a + " has no score of");
        count(missing, shared.path("unscoredBaseline"), b + " has no score of");
        if (!missing.isEmpty()) {
            remarks.add(a + " - " + b + " leaves out items: " + String.join(", ", missing) + ".");
        }
        JsonNode difference = pair.path("difference");
        if (difference.isObject()
                && !difference.path("better").isTextual()
                && difference.path("detectable").isNumber()) {
            remarks.add(a + " - " + b + ": so many items show a true difference of "
                    + scale.difference(difference.path("detectable")).replace("+", "")
                    + scale.unit().replace(",", "")
                    + " or more four times out of five.");
        }
        return remarks;
    }

    private static void count(List<String> counts, JsonNode number, String words) {
        if (number.asLong() > 0) {
            counts.add(Figures.count(number.asLong()) + " that " + words);
        }
    }

    private void selection(PrintStream out, Map<String, String> letters, Scale scale) {
        JsonNode selection = comparison.path("selection");
        if (!selection.isObject()) {
            return;
        }
        List<String> picked = new ArrayList<>();
        selection
                .path("picked")
                .properties()
                .forEach(entry -> picked.add(letters.getOrDefault(entry.getKey(), "?") + " "
                        + entry.getValue().asInt()));
        out.println();
        out.println("Choosing the best over " + selection.path("folds").asInt() + " "
                + selection.path("method").asText() + " folds of "
                + Figures.count(selection.path("items").asLong()) + " items: take "
                + letter(letters, selection.path("chosen")) + ".");
        JsonNode none = selection.path("none");
        out.println("  on held-out items     "
                + scale.value(selection.path("score"), selection.path("low"), selection.path("high")));
        out.println(
                "  where it was chosen   " + scale.value(selection.path("optimistic"), none, none) + ", optimistic by "
                        + scale.difference(selection.path("optimism")).replace("+", "")
                        + scale.unit().replace(",", ""));
        out.println("  picked in folds       " + String.join(", ", picked));
    }

    private static String letter(Map<String, String> letters, JsonNode side) {
        return letters.getOrDefault(side.asText(), Figures.UNKNOWN);
    }

    private String percent() {
        return BigDecimal.valueOf(comparison.path("confidence").asDouble())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
