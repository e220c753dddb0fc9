package dev.assay.gateway.arena;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Message;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.RunRows;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.samples.SampleTexts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the models of a battle were asked and answered. Thread-safe. */
final class Answers {

    private final SampleTexts texts;

    Answers(SampleTexts texts) {
        this.texts = texts;
    }

    /**
     * One side of a battle.
     *
     * @param itemId the item's name in the dataset
     * @param prompt empty if it cannot be rendered any more
     */
    record Answer(String itemId, List<Message> prompt, String text) {}

    /** Model A's answer, or B's. @param number of the item in the arena @throws Refusal if the run was deleted */
    Answer of(Connection connection, Arena arena, List<Arena.Model> models, int model, int number, int repeat)
            throws SQLException {
        Arena.Model side = models.stream()
                .filter(m -> m.number() == model)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("the arena has no such model"));
        StoredRun run = run(connection, side.run());
        int item = ArenaItems.ofModel(connection, arena.key(), model, number);
        List<Message> prompt = texts.of(connection, run, new TaskId(run.id(), side.runModel(), item, repeat))
                .map(SampleTexts.Texts::prompt)
                .orElse(List.of());
        return Query.of(
                        "select item_id, coalesce(answer, '') from sample"
                                + " where run_key = ? and model = ? and item = ? and repeat = ?",
                        run.key(),
                        side.runModel(),
                        item,
                        repeat)
                .first(connection, row -> new Answer(row.getString(1), prompt, row.getString(2)))
                .orElseThrow(() -> Refusal.notFound("the answer is not there any more"));
    }

    private static StoredRun run(Connection connection, @Nullable Long key) throws SQLException {
        return Query.of("select " + RunRows.COLUMNS + " from run where run_key = ?", key)
                .first(connection, RunRows::read)
                .orElseThrow(() -> Refusal.notFound("the run is not there any more"));
    }
}
