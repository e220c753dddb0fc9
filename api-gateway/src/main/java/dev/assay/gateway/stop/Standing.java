package dev.assay.gateway.stop;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.StopDecision;
import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.RunDefinition;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the questions of a run stand, as the scorer said last.
 *
 * @param decisions answers, and in the end the open questions too
 * @param stopped models that are asked nothing more
 */
public record Standing(List<StopDecision> decisions, List<StoppedModel> stopped) {

    public static final Standing NONE = new Standing(List.of(), List.of());

    public Standing {
        decisions = List.copyOf(decisions);
        stopped = List.copyOf(stopped);
    }

    /** What is stored of an event. */
    public static String json(ScoreEvent.Decided decided) {
        try {
            return EventJson.mapper().writeValueAsString(new Standing(decided.decisions(), decided.stopped()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("decisions can always be written", e);
        }
    }

    /** @param json what was stored, or null if nothing was decided */
    public static Standing read(@Nullable String json) throws SQLException {
        try {
            return json == null ? NONE : EventJson.mapper().readValue(json, Standing.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored decisions cannot be read", e);
        }
    }

    /** How many items of a model its results are made of: all, or those that the answers about it rest on. */
    public int items(RunDefinition run, int model) {
        ModelId id = run.models().get(model).id();
        return stopped.stream()
                .filter(end -> end.model().equals(id))
                .mapToInt(StoppedModel::items)
                .findFirst()
                .orElse(run.items());
    }

    /** Whether the answers about a model are there. */
    public boolean isStopped(ModelId model) {
        return stopped.stream().anyMatch(end -> end.model().equals(model));
    }

    /** How many samples the results of all models are made of. */
    public long samples(RunDefinition run) {
        long samples = 0;
        for (int model = 0; model < run.models().size(); model++) {
            samples += (long) items(run, model) * run.repeats();
        }
        return samples;
    }
}
