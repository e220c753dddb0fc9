package dev.assay.cli.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.text.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How the values of a metric and their differences are written. @param asShare in percent and in points */
record Scale(boolean asShare) {

    /** In percent if all sides' values lie between 0 and 1. */
    static Scale of(JsonNode sides) {
        boolean share = true;
        for (JsonNode side : sides) {
            double value = side.path("value").asDouble(0);
            share &= value >= 0 && value <= 1;
        }
        return new Scale(share);
    }

    String value(JsonNode value, JsonNode low, JsonNode high) {
        return asShare ? Figures.interval(value, low, high) : Figures.plainInterval(value, low, high);
    }

    /** With its sign; of shares in points of percent. */
    String difference(JsonNode difference) {
        return difference.isNumber() ? difference(difference.doubleValue()) : Figures.UNKNOWN;
    }

    private String difference(double value) {
        String text = asShare
                ? String.format(Locale.ROOT, "%.1f", value * 100)
                : BigDecimal.valueOf(value)
                        .round(new MathContext(3, RoundingMode.HALF_UP))
                        .toPlainString();
        return value > 0 ? "+" + text : text;
    }

    String interval(JsonNode of) {
        return of.path("low").isNumber()
                ? "[" + difference(of.path("low")) + ", " + difference(of.path("high")) + "]"
                : Figures.UNKNOWN;
    }

    String unit() {
        return asShare ? ", points" : "";
    }

    static String p(JsonNode p) {
        double value = p.asDouble(1);
        return value < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", value);
    }
}
