package dev.assay.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The board of an arena, as people read it. @param board as the API and {@code stats ratings --json} give it */
public record BoardText(JsonNode board, Ink ink) {

    /** Wider tables are hard to read; the JSON has all pairs. */
    private static final int MOST_COLUMNS = 12;

    public void print(PrintStream out) {
        standings(out);
        out.println();
        notes().forEach(out::println);
        matrix(out);
        style(out);
        agreement(out);
    }

    private void standings(PrintStream out) {
        Table table = new Table()
                .text("rank")
                .text("model")
                .figure("rating")
                .figure("without style")
                .figure("Elo")
                .figure("won")
                .figure("battles")
                .figure("ties");
        for (JsonNode row : board.path("models")) {
            table.row(
                    rank(row),
                    row.path("model").asText(),
                    rating(row, "rating", "low", "high"),
                    rating(row, "styled", "styledLow", "styledHigh"),
                    points(row.path("elo")),
                    Figures.share(row.path("winRate")),
                    Figures.count(row.path("battles").asLong()),
                    Figures.count(row.path("ties").asLong()));
        }
        table.print(out, ink);
    }

    private static String rank(JsonNode row) {
        String low = row.path("rankLow").asText(Figures.UNKNOWN);
        String high = row.path("rankHigh").asText(Figures.UNKNOWN);
        return !row.path("rankLow").isNumber() ? Figures.UNKNOWN : low.equals(high) ? low : low + "–" + high;
    }

    private static String rating(JsonNode row, String value, String low, String high) {
        return row.path(low).isNumber()
                ? points(row.path(value)) + " [" + points(row.path(low)) + ", " + points(row.path(high)) + "]"
                : points(row.path(value));
    }

    private static String points(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.0f", value.doubleValue()) : Figures.UNKNOWN;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        JsonNode votes = board.path("votes");
        notes.add(Figures.count(votes.path("all").asLong()) + " votes, "
                + Figures.count(votes.path("ties").asLong()) + " ties ("
                + Figures.count(votes.path("bothBad").asLong()) + " say both are bad); by people "
                + Figures.count(votes.path("people").asLong()) + ", by judges "
                + Figures.count(votes.path("judges").asLong()) + ".");
        JsonNode place = board.path("place");
        if (place.path("firstShare").isNumber()) {
            notes.add("The answer shown first won "
                    + Figures.interval(place.path("firstShare"), place.path("low"), place.path("high"))
                    + " of the decided votes.");
        }
        for (JsonNode part : board.path("undefined")) {
            notes.add("No rating for " + names(part.path("models")) + ": "
                    + Shown.line(part.path("missing").asText()) + ".");
        }
        if (board.path("undefinedRounds").asInt() > 0) {
            notes.add(board.path("undefinedRounds").asText()
                    + " rounds of the bootstrap bound no ratings: intervals may be too narrow.");
        }
        return notes;
    }

    private static String names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(Shown.line(name.asText())));
        return names.stream().collect(Collectors.joining(", "));
    }

    private void matrix(PrintStream out) {
        List<String> models = new ArrayList<>();
        board.path("models").forEach(row -> models.add(row.path("model").asText()));
        if (models.size() < 2 || models.size() > MOST_COLUMNS) {
            return;
        }
        Table table = new Table().text("won against");
        for (int i = 1; i <= models.size(); i++) {
            table.figure(String.valueOf(i));
        }
        for (int i = 0; i < models.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(i + 1 + " " + models.get(i)));
            for (String against : models) {
                cells.add(share(models.get(i), against));
            }
            table.row(cells);
        }
        out.println();
        table.print(out, ink);
    }

    private String share(String model, String against) {
        for (JsonNode pair : board.path("pairs")) {
            if (pair.path("model").asText().equals(model)
                    && pair.path("against").asText().equals(against)) {
                return Figures.share(pair.path("share")) + " of "
                        + pair.path("battles").asText();
            }
        }
        return model.equals(against) ? "" : Figures.UNKNOWN;
    }

    private void style(PrintStream out) {
        JsonNode style = board.path("style");
        if (!style.isObject()) {
            return;
        }
        out.println();
        if (style.path("reason").isTextual()) {
            out.println("No ratings without style: " + style.path("reason").asText() + ".");
            return;
        }
        List<String> worth = new ArrayList<>();
        style.path("coefficients")
                .forEach(c -> worth.add(String.format(
                        Locale.ROOT,
                        "%s %+.2f",
                        c.path("name").asText(),
                        c.path("logOdds").doubleValue())));
        out.println("Style, log odds for a standard deviation more of it: " + String.join(", ", worth) + " ("
                + Figures.count(style.path("votes").asLong()) + " votes).");
    }

    private void agreement(PrintStream out) {
        Table table = new Table()
                .text("judge")
                .figure("agrees with people")
                .figure("without ties")
                .figure("kappa");
        for (JsonNode row : board.path("agreement")) {
            JsonNode kappa = row.path("kappa");
            table.row(
                    row.path("judge").asText(),
                    of(row.path("agreeing"), row.path("compared")),
                    of(row.path("decidedAgreeing"), row.path("decided")),
                    kappa.isNumber() ? String.format(Locale.ROOT, "%.2f", kappa.doubleValue()) : Figures.UNKNOWN);
        }
        if (!table.isEmpty()) {
            out.println();
            table.print(out, ink);
        }
    }

    private static String of(JsonNode part, JsonNode all) {
        return all.asInt() == 0
                ? Figures.UNKNOWN
                : Figures.share(part.doubleValue() / all.doubleValue()) + " of " + all.asText();
    }
}
