package dev.assay.cli.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import dev.assay.scoring.fairness.Gap;
import dev.assay.scoring.fairness.GroupComparison;
import dev.assay.scoring.fairness.GroupCounts;
import dev.assay.scoring.fairness.Rate;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Binary predictions by group, as people and scripts read them.
 *
 * @param confidence of the intervals
 */
public record FairnessView(GroupComparison comparison, double confidence) {

    /** One row for each group with its rates, and one for all. */
    public Table groups() {
        Table table = new Table().text("group").figure("n");
        for (Rate rate : Rate.values()) {
            table.figure(rate.label());
        }
        byName().forEach((name, counts) -> table.row(row(name, counts)));
        return table.row(row("all", comparison.overall()));
    }

    private Map<String, GroupCounts> byName() {
        return new TreeMap<>(comparison.groups());
    }

    private List<String> row(String name, GroupCounts counts) {
        List<String> cells = new ArrayList<>(List.of(name, Figures.count(counts.count())));
        for (Rate rate : Rate.values()) {
            Optional<Proportion> found = counts.proportion(rate);
            cells.add(found.map(p -> ScoreView.shown(p.value()) + interval(p.wilson(confidence)))
                    .orElse(Figures.UNKNOWN));
        }
        return cells;
    }

    private static String interval(Interval interval) {
        return " [" + ScoreView.shown(interval.low()) + ", " + ScoreView.shown(interval.high()) + "]";
    }

    /** The widest gap of each rate. */
    public Table gaps() {
        Table table = new Table()
                .text("widest gap")
                .text("higher")
                .text("lower")
                .figure("difference")
                .text("");
        for (Rate rate : Rate.values()) {
            comparison.gap(rate, confidence).ifPresent(gap -> table.row(gapRow(rate, gap)));
        }
        return table;
    }

    private static List<String> gapRow(Rate rate, Gap gap) {
        return List.of(
                rate.label(),
                gap.higher(),
                gap.lower(),
                ScoreView.shown(gap.difference()) + interval(gap.interval()),
                gap.isSure() ? "beyond chance" : "");
    }

    /** Parity and odds, each a difference (0 is parity) and a ratio (1 is parity). */
    public Table measures() {
        Table table = new Table().text("measure").figure("difference").figure("ratio");
        table.row(
                "demographic parity",
                ScoreView.shown(comparison.demographicParityDifference()),
                shown(comparison.demographicParityRatio()));
        return table.row(
                "equalized odds",
                ScoreView.shown(comparison.equalizedOddsDifference()),
                shown(comparison.equalizedOddsRatio()));
    }

    private static String shown(double ratio) {
        return Double.isNaN(ratio) ? Figures.UNKNOWN : ScoreView.shown(ratio);
    }

    /** All that the tables say. */
    public ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("confidence", confidence);
        ObjectNode groups = document.putObject("groups");
        byName().forEach((name, counts) -> put(groups.putObject(name), counts));
        put(document.putObject("all"), comparison.overall());
        ObjectNode gaps = document.putObject("gaps");
        for (Rate rate : Rate.values()) {
            comparison.gap(rate, confidence).ifPresent(gap -> {
                ObjectNode node = gaps.putObject(rate.label())
                        .put("higher", gap.higher())
                        .put("lower", gap.lower())
                        .put("difference", gap.difference())
                        .put("beyondChance", gap.isSure());
                node.putObject("interval")
                        .put("low", gap.interval().low())
                        .put("high", gap.interval().high());
            });
        }
        document.put("demographic_parity_difference", comparison.demographicParityDifference());
        ScoreView.bound(document, "demographic_parity_ratio", comparison.demographicParityRatio());
        document.put("equalized_odds_difference", comparison.equalizedOddsDifference());
        ScoreView.bound(document, "equalized_odds_ratio", comparison.equalizedOddsRatio());
        return document;
    }

    private void put(ObjectNode node, GroupCounts counts) {
        node.put("n", counts.count());
        for (Rate rate : Rate.values()) {
            counts.proportion(rate)
                    .ifPresentOrElse(
                            found -> node.putObject(rate.label())
                                    .put("value", found.value())
                                    .put("low", found.wilson(confidence).low())
                                    .put("high", found.wilson(confidence).high()),
                            () -> node.putNull(rate.label()));
        }
    }
}
