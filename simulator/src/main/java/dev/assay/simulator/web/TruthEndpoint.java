package dev.assay.simulator.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.simulator.chat.ModelCatalogue;
import dev.assay.simulator.chat.ServedModel;
import dev.assay.simulator.log.CallLog;
import dev.assay.simulator.log.TruthCell;
import dev.assay.simulator.model.Abilities;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells how many of a run's answers are right, by model and category, and how able the models are by configuration.
 * Items without a category count for the model and for no category.
 */
final class TruthEndpoint {

    private final CallLog log;
    private final ModelCatalogue models;
    private final Json json;

    TruthEndpoint(CallLog log, ModelCatalogue models, Json json) {
        this.log = log;
        this.models = models;
        this.json = json;
    }

    void truth(RoutingContext context) {
        List<String> run = context.queryParam("run");
        if (run.isEmpty()) {
            json.error(context.response(), 400, "Name the run: /simulator/truth?run=...");
            return;
        }
        json.reply(context.response(), 200, out -> write(out, run.getFirst()));
    }

    private void write(JsonGenerator out, String run) throws IOException {
        Map<String, List<TruthCell>> byModel = new TreeMap<>();
        for (TruthCell cell : log.truth(run)) {
            byModel.computeIfAbsent(cell.model(), model -> new ArrayList<>()).add(cell);
        }
        out.writeStringField("run", run);
        out.writeArrayFieldStart("models");
        for (Map.Entry<String, List<TruthCell>> model : byModel.entrySet()) {
            out.writeStartObject();
            out.writeStringField("model", model.getKey());
            Optional<Abilities> abilities =
                    models.find(model.getKey()).map(ServedModel::spec).map(spec -> spec.abilities());
            shares(out, model.getValue(), abilities);
            out.writeObjectFieldStart("byCategory");
            for (TruthCell cell : inOrder(model.getValue())) {
                out.writeObjectFieldStart(cell.category());
                shares(out, List.of(cell), abilities);
                out.writeEndObject();
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void shares(JsonGenerator out, List<TruthCell> cells, Optional<Abilities> abilities)
            throws IOException {
        long samples = cells.stream().mapToLong(TruthCell::samples).sum();
        long correct = cells.stream().mapToLong(TruthCell::correct).sum();
        out.writeNumberField("samples", samples);
        out.writeNumberField("correct", correct);
        if (samples == 0) {
            out.writeNullField("accuracy");
        } else {
            out.writeNumberField("accuracy", (double) correct / samples);
        }
        if (samples == 0 || abilities.isEmpty()) {
            out.writeNullField("planted");
        } else {
            double planted = cells.stream()
                    .mapToDouble(cell -> cell.samples() * abilities.get().of(cell.category()))
                    .sum();
            out.writeNumberField("planted", planted / samples);
        }
    }

    private static List<TruthCell> inOrder(List<TruthCell> cells) {
        return cells.stream()
                .filter(cell -> cell.category() != null)
                .sorted(Comparator.comparing(cell -> String.valueOf(cell.category())))
                .toList();
    }
}
