package dev.assay.cli.contamination;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.offline.ContaminationView;
import dev.assay.cli.offline.ScoreView;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import dev.assay.scoring.contamination.CleanScore;
import dev.assay.scoring.statistics.Estimate;
import java.util.List;
import java.util.Optional;

/** Scores of a run with and without flagged items, as people and scripts read them. */
public final class RunView {

    private RunView() {}

    public static Table table(List<RunScores.Row> rows) {
        Table table = new Table()
                .text("model")
                .text("metric")
                .figure("all items [95 %]")
                .figure("not flagged [95 %]")
                .figure("flagged [95 %]")
                .figure("change [95 %]");
        rows.forEach(row -> table.row(
                row.model(),
                row.metric(),
                shown(Optional.of(row.score().all())),
                shown(row.score().clean()),
                shown(row.score().flagged()),
                change(row.score())));
        return table;
    }

    private static String shown(Optional<Estimate> estimate) {
        return estimate.map(e -> ScoreView.shown(e.mean())
                        + e.interval().map(ScoreView::interval).orElse(""))
                .orElse(Figures.UNKNOWN);
    }

    private static String change(CleanScore score) {
        return score.change()
                .map(change -> ScoreView.signed(change)
                        + score.changeInterval().map(ScoreView::signed).orElse(""))
                .orElse(Figures.UNKNOWN);
    }

    /** One entry for each row, each as the files' command has its scores. */
    public static ArrayNode json(List<RunScores.Row> rows) {
        ArrayNode models = JsonNodeFactory.instance.arrayNode();
        for (RunScores.Row row : rows) {
            ObjectNode entry = models.addObject().put("model", row.model()).put("metric", row.metric());
            ContaminationView.put(entry, row.score());
        }
        return models;
    }
}
