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

/**
 * What the judges of a run found, as the report says.
 *
 * @param judges the report's, as the API gives them
 */
record JudgesText(JsonNode judges) {

    void print(PrintStream out, Ink ink) {
        for (JsonNode judge : judges) {
            out.println();
            head(judge, out, ink);
            JsonNode pairs = judge.path("pairs");
            if (pairs.isObject()) {
                ratings(pairs).print(out, ink);
                if (pairs.path("unrated").isTextual()) {
                    out.println(ink.warning(
                            "No ratings: " + Shown.line(pairs.path("unrated").asText()) + "."));
                }
                out.println();
                wins(pairs).print(out, ink);
                biases(pairs, out);
                correction(pairs.path("correction"), out, ink);
                rankings(pairs.path("rankings"), out);
            }
            agreement(judge.path("agreement"), out);
        }
    }

    private static void head(JsonNode judge, PrintStream out, Ink ink) {
        JsonNode calls = judge.path("calls");
        out.println(ink.bold("Judge " + Shown.line(judge.path("name").asText())) + "  "
                + Shown.line(judge.path("model").asText()) + " · "
                + judge.path("mode").asText() + " · prompt "
                + Shown.line(judge.path("prompt").path("name").asText()) + " "
                + judge.path("prompt").path("version").asInt() + " · "
                + Figures.count(calls.path("answered").asLong()) + " replies for "
                + Figures.money(calls.path("cost")));
        long without = calls.path("failed").asLong() + calls.path("refused").asLong();
        if (without > 0) {
            out.println(ink.warning(Figures.count(without) + " of its calls have no reply."));
        }
    }

    private static Table ratings(JsonNode pairs) {
        Table table = new Table()
                .text("model")
                .figure("one order")
                .figure("both orders")
                .text("95 %")
                .figure("corrected")
                .text("95 %");
        for (JsonNode rated : pairs.path("ratings")) {
            table.row(List.of(
                    Shown.line(rated.path("model").asText()),
                    points(rated.path("oneOrder")),
                    points(rated.path("rating")),
                    span(rated.path("interval")),
                    points(rated.path("controlled")),
                    span(rated.path("controlledInterval"))));
        }
        return table;
    }

    private static Table wins(JsonNode pairs) {
        Table table = new Table()
                .text("model")
                .text("against")
                .figure("votes")
                .figure("won")
                .figure("ties")
                .text("win rate");
        for (JsonNode cell : pairs.path("wins")) {
            table.row(List.of(
                    Shown.line(cell.path("model").asText()),
                    Shown.line(cell.path("against").asText()),
                    Figures.count(cell.path("votes").asLong()),
                    Figures.count(cell.path("wins").asLong()),
                    Figures.count(cell.path("ties").asLong()),
                    Figures.interval(cell.path("rate"), cell.path("low"), cell.path("high"))));
        }
        return table;
    }

    private static void biases(JsonNode pairs, PrintStream out) {
        JsonNode order = pairs.path("order");
        if (order.isObject()) {
            out.println("Both orders agree on " + Figures.share(order.path("consistency")) + " of "
                    + Figures.count(order.path("pairs").asLong()) + " pairs; "
                    + Figures.count(order.path("forFirst").asLong()) + " contradictions favour the first place, "
                    + Figures.count(order.path("forSecond").asLong()) + " the second; "
                    + Figures.count(order.path("missing").asLong()) + " pairs hold an unreadable reply.");
            figure("Position bias, log odds for the first place: ", order.path("logOdds"), out);
        }
        JsonNode length = pairs.path("length");
        JsonNode share = length.path("longerShare");
        if (share.isObject()) {
            out.println("The longer answer won "
                    + Figures.interval(share.path("value"), share.path("low"), share.path("high"))
                    + " of the decided votes.");
        }
        figure(
                "Length bias, log odds of the relative difference among answers that score alike: ",
                length.path("logOdds"),
                out);
    }

    /** What the corrected ratings rest on. */
    private static void correction(JsonNode correction, PrintStream out, Ink ink) {
        if (!correction.isObject()) {
            return;
        }
        boolean scores = correction.path("basis").asText().equals("scores");
        List<String> weights = new ArrayList<>();
        if (scores) {
            weights.add(
                    weight("a point of " + Shown.line(correction.path("metric").asText()), correction, "score"));
        }
        weights.add(weight("length", correction, "length"));
        if (correction.path("place").isObject()) {
            weights.add(weight("the first place", correction, "place"));
        }
        out.println("Corrected: as if answers were equally long and places made no difference, by "
                + Figures.count(correction.path("verdicts").asLong()) + " verdicts; log odds of "
                + String.join(", ", weights) + ".");
        if (!scores) {
            out.println(ink.warning("Corrected without scores: no metric tells which answer is better, so length and"
                    + " place are undercorrected and the order is less sure."));
        }
    }

    private static String weight(String what, JsonNode correction, String field) {
        JsonNode weight = correction.path(field);
        String value =
                what + String.format(Locale.ROOT, " %.2f", weight.path("value").asDouble());
        return weight.path("low").isNumber()
                ? value
                        + String.format(
                                Locale.ROOT,
                                " [%.2f, %.2f]",
                                weight.path("low").asDouble(),
                                weight.path("high").asDouble())
                : value;
    }

    private static void figure(String before, JsonNode figure, PrintStream out) {
        if (figure.isObject()) {
            out.println(before
                    + String.format(
                            Locale.ROOT,
                            "%.2f [%.2f, %.2f] over %d pairs",
                            figure.path("value").asDouble(),
                            figure.path("low").asDouble(),
                            figure.path("high").asDouble(),
                            figure.path("pairs").asInt()));
        }
    }

    private static void rankings(JsonNode rankings, PrintStream out) {
        ranking("By one order:    ", rankings.path("oneOrder"), out);
        ranking("By both orders:  ", rankings.path("bothOrders"), out);
        ranking("Corrected:       ", rankings.path("lengthControlled"), out);
    }

    private static void ranking(String before, JsonNode models, PrintStream out) {
        List<String> names = new ArrayList<>();
        models.forEach(model -> names.add(Shown.line(model.asText())));
        if (!names.isEmpty()) {
            out.println(before + String.join(" > ", names));
        }
    }

    private static void agreement(JsonNode agreement, PrintStream out) {
        if (agreement.isObject()) {
            out.println("Agreement with people ("
                    + Shown.line(agreement.path("field").asText()) + ", "
                    + Figures.count(agreement.path("compared").asLong()) + " compared): "
                    + Figures.share(agreement.path("share")) + " the same, kappa "
                    + decimals(agreement.path("kappa"))
                    + (agreement.has("weightedKappa")
                            ? ", weighted kappa " + decimals(agreement.path("weightedKappa"))
                            : "")
                    + ", alpha " + decimals(agreement.path("alpha")));
        }
    }

    private static String decimals(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.3f", value.asDouble()) : Figures.UNKNOWN;
    }

    private static String points(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.0f", value.asDouble()) : Figures.UNKNOWN;
    }

    private static String span(JsonNode span) {
        return span.isObject()
                ? "[" + points(span.path("low")) + ", " + points(span.path("high")) + "]"
                : Figures.UNKNOWN;
    }
}
