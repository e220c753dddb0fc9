package dev.assay.cli.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import dev.assay.scoring.contamination.CleanScore;
import dev.assay.scoring.contamination.Finding;
import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.Interval;
import java.util.List;
import java.util.Optional;

/** Findings in a corpus as people and scripts read them. */
public final class ContaminationView {

    private ContaminationView() {}

    public static Table findings(List<Finding> findings) {
        Table table = new Table().text("item").figure("found").figure("words").text("where");
        findings.forEach(finding -> table.row(
                finding.item(),
                Figures.share(finding.share()),
                (finding.from() + 1) + "–" + finding.to(),
                finding.document()));
        return table;
    }

    public static Table scores(CleanScore scores) {
        Table table = new Table().text("items").figure("n").figure("score").figure("95 % interval");
        row(table, "all", Optional.of(scores.all()));
        row(table, "not flagged", scores.clean());
        row(table, "flagged", scores.flagged());
        return table;
    }

    private static void row(Table table, String name, Optional<Estimate> estimate) {
        table.row(
                name,
                estimate.map(e -> Figures.count(e.n())).orElse("0"),
                estimate.map(e -> ScoreView.shown(e.mean())).orElse(Figures.UNKNOWN),
                estimate.flatMap(Estimate::interval)
                        .map(i -> "[" + ScoreView.shown(i.low()) + ", " + ScoreView.shown(i.high()) + "]")
                        .orElse(Figures.UNKNOWN));
    }

    public static ObjectNode json(
            Contamination.Rule rule, int items, long documents, List<Finding> findings, Optional<CleanScore> scores) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("method", rule.minHash() ? "minhash" : "overlap")
                .put("n", rule.n())
                .put("threshold", rule.share())
                .put("items", items)
                .put("documents", documents)
                .put("flaggedItems", findings.size());
        var list = document.putArray("flagged");
        findings.forEach(finding -> list.addObject()
                .put("item", finding.item())
                .put("document", finding.document())
                .put("share", finding.share())
                .put("from", finding.from())
                .put("to", finding.to()));
        scores.ifPresent(clean -> {
            put(document.putObject("scores"), clean);
        });
        return document;
    }

    /** A score of all, of clean and of flagged items, and what leaving these out changes. */
    public static void put(ObjectNode entry, CleanScore score) {
        put(entry, "all", Optional.of(score.all()));
        put(entry, "clean", score.clean());
        put(entry, "flagged", score.flagged());
        entry.put("change", score.change().orElse(null));
        entry.put("changeLow", score.changeInterval().map(Interval::low).orElse(null));
        entry.put("changeHigh", score.changeInterval().map(Interval::high).orElse(null));
    }

    private static void put(ObjectNode entry, String name, Optional<Estimate> estimate) {
        estimate.ifPresentOrElse(
                e -> entry.putObject(name)
                        .put("n", e.n())
                        .put("value", e.mean())
                        .put("low", e.low())
                        .put("high", e.high())
                        .put("method", e.intervalName()),
                () -> entry.putNull(name));
    }
}
