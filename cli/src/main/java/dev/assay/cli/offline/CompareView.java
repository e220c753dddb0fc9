package dev.assay.cli.offline;

import static dev.assay.cli.offline.ScoreView.shown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import dev.assay.scoring.comparison.PairedComparison.Flips;
import java.util.List;
import java.util.Optional;

/** A comparison as people and scripts read it. */
public final class CompareView {

    private CompareView() {}

    /** One row for each group, and one for all. */
    public static Table table(Compared compared) {
        Table table = new Table()
                .text("group")
                .figure("A")
                .figure("B")
                .figure("A - B")
                .figure(Percent.of(compared.sureness().confidence()) + " % interval")
                .figure("p")
                .figure("Holm")
                .figure("items")
                .figure("A higher")
                .figure("B higher");
        compared.groups()
                .forEach((name, group) -> table.row(group.difference()
                        .map(difference -> cells(name, difference, group.holm()))
                        .orElse(unknown(name, group.items()))));
        return table.row(cells("all", compared.all(), Optional.empty()));
    }

    private static List<String> cells(String name, Difference difference, Optional<Double> holm) {
        var interval = difference.intervals().values().iterator().next();
        return List.of(
                name,
                shown(difference.first()),
                shown(difference.second()),
                shown(difference.difference()),
                "[" + shown(interval.low()) + ", " + shown(interval.high()) + "]",
                p(difference.p()),
                holm.map(CompareView::p).orElse(""),
                Figures.count(difference.items()),
                Figures.count(difference.flips().gained()),
                Figures.count(difference.flips().lost()));
    }

    private static List<String> unknown(String name, int items) {
        String dash = Figures.UNKNOWN;
        return List.of(name, dash, dash, dash, dash, dash, "", Figures.count(items), dash, dash);
    }

    private static String p(double p) {
        return p < 0.0001 ? "< 0.0001" : shown(p);
    }

    /** What the table does not show. */
    public static List<String> notes(Compared compared) {
        Difference all = compared.all();
        StringBuilder tests = new StringBuilder("p-values:");
        all.tests()
                .forEach((name, p) -> tests.append(' ').append(name).append(' ').append(p(p)));
        StringBuilder intervals = new StringBuilder("intervals:");
        all.intervals()
                .forEach((name, i) -> intervals
                        .append(' ')
                        .append(name)
                        .append(" [%s, %s]".formatted(shown(i.low()), shown(i.high()))));
        String clusters = all.clusters() == all.items() ? "" : ", in " + Figures.count(all.clusters()) + " clusters";
        return List.of(
                intervals.toString(),
                tests.toString(),
                "least difference that so many items show with power 0.8: "
                        + all.detectable().map(ScoreView::shown).orElse(Figures.UNKNOWN),
                "items that only one file has: " + Figures.count(compared.unpaired()) + clusters,
                compared.metric().type().name() + ": "
                        + ScoreView.scale(compared.metric().type()) + ". "
                        + compared.better()
                                .map(name -> name + " is better.")
                                .orElse("Neither can be said to be better."));
    }

    public static ObjectNode json(Compared compared) {
        ObjectNode document = ScoreView.metric(compared.metric(), compared.sureness());
        document.put("seed", compared.sureness().seed());
        put(document, compared.all());
        document.put("unpaired", compared.unpaired())
                .put("better", compared.better().orElse(null));
        var groups = document.putArray("groups");
        compared.groups().forEach((name, group) -> {
            ObjectNode entry = groups.addObject().put("group", name).put("items", group.items());
            group.difference().ifPresent(difference -> put(entry, difference));
            entry.put("holm", group.holm().orElse(null));
        });
        return document;
    }

    private static void put(ObjectNode document, Difference difference) {
        Flips flips = difference.flips();
        document.put("items", difference.items())
                .put("clusters", difference.clusters())
                .put("a", difference.first())
                .put("b", difference.second())
                .put("difference", difference.difference())
                .put("standardError", difference.standardError());
        var intervals = document.putArray("intervals");
        difference
                .intervals()
                .forEach((method, i) -> intervals
                        .addObject()
                        .put("method", method)
                        .put("low", i.low())
                        .put("high", i.high()));
        document.put("p", difference.p());
        var tests = document.putObject("tests");
        difference.tests().forEach((name, p) -> tests.put(name, p));
        document.putObject("flips")
                .put("aHigher", flips.gained())
                .put("bHigher", flips.lost())
                .put("same", flips.same());
        document.put("detectable", difference.detectable().orElse(null));
    }
}
