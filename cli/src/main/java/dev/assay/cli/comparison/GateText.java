package dev.assay.cli.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prints what a gate says.
 *
 * @param verdict as the API gives it
 */
public record GateText(JsonNode verdict, Ink ink) {

    public void print(PrintStream out) {
        Table table = new Table()
                .text("verdict")
                .text("metric")
                .text("asked")
                .figure("change")
                .figure("range")
                .figure("items")
                .figure("missing")
                .text("");
        verdict.path("rules").forEach(rule -> table.row(row(rule)));
        out.println(ink.bold("Gate") + "  " + verdict.path("candidate").asText()
                + (verdict.path("baseline").isTextual()
                        ? " against " + verdict.path("baseline").asText()
                        : ""));
        table.print(out, ink);
        out.println(decision(verdict.path("decision").asText()));
    }

    private static String[] row(JsonNode rule) {
        String category = rule.path("category").asText("");
        String needed = rule.path("itemsNeeded").isNumber()
                ? "; about " + Figures.count(rule.path("itemsNeeded").asLong()) + " items would do"
                : "";
        return new String[] {
            rule.path("outcome").asText() + (rule.path("tier").asText().equals("advisory") ? ", advisory" : ""),
            rule.path("metric").asText() + (category.isEmpty() ? "" : " in " + category),
            rule.path("asked").asText(),
            signed(rule.path("change")),
            rule.path("low").isNumber()
                    ? "[" + signed(rule.path("low")) + ", " + signed(rule.path("high")) + "]"
                    : Figures.UNKNOWN,
            Figures.count(rule.path("items").asLong()),
            Figures.count(rule.path("missing").asLong()),
            Shown.line(rule.path("reason").asText()) + needed
        };
    }

    private static String signed(JsonNode number) {
        String text = BigDecimal.valueOf(number.asDouble())
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
        return number.asDouble() > 0 ? "+" + text : text;
    }

    private String decision(String decision) {
        return switch (decision) {
            case "GO" -> ink.good("GO") + ": every blocking rule passes.";
            case "NO_GO" -> ink.bad("NO-GO") + ": a blocking rule is breached.";
            default -> ink.warning("INCONCLUSIVE") + ": nothing is breached, but a blocking rule is not decided.";
        };
    }
}
