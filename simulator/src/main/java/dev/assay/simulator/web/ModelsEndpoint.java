package dev.assay.simulator.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.simulator.chat.BodyReader;
import dev.assay.simulator.chat.ModelCatalogue;
import dev.assay.simulator.chat.ServedModel;
import dev.assay.simulator.model.BadModelException;
import dev.assay.simulator.model.ModelReader;
import dev.assay.simulator.model.ModelSpec;
import dev.assay.simulator.model.ModelWriter;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;

/** Lists models as OpenAI's API does, shows their configuration, and changes it. */
final class ModelsEndpoint {

    private static final int MOST_BYTES = 64 * 1024;

    private final ModelCatalogue models;
    private final boolean admin;
    private final Json json;
    private final ModelReader reader = new ModelReader();
    private final ModelWriter writer = new ModelWriter();

    ModelsEndpoint(ModelCatalogue models, boolean admin, Json json) {
        this.models = models;
        this.admin = admin;
        this.json = json;
    }

    /** OpenAI's list of models. */
    void list(RoutingContext context) {
        json.reply(context.response(), 200, out -> {
            out.writeStringField("object", "list");
            out.writeArrayFieldStart("data");
            for (ModelSpec spec : models.specs()) {
                out.writeStartObject();
                openAi(out, spec.name());
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    /** One of OpenAI's models. */
    void one(RoutingContext context) {
        String name = context.pathParam("model");
        if (models.find(name).isEmpty()) {
            json.error(context.response(), 404, "The model '" + name + "' does not exist at this simulator.");
        } else {
            json.reply(context.response(), 200, out -> openAi(out, name));
        }
    }

    /** All configurations, in the shape of a models file. */
    void configurations(RoutingContext context) {
        json.reply(context.response(), 200, out -> {
            out.writeObjectFieldStart("models");
            for (ModelSpec spec : models.specs()) {
                out.writePOJOField(spec.name(), writer.write(spec));
            }
            out.writeEndObject();
        });
    }

    /** One configuration. */
    void configuration(RoutingContext context) {
        String name = context.pathParam("model");
        Optional<ModelSpec> spec = models.find(name).map(ServedModel::spec);
        if (spec.isEmpty()) {
            json.error(context.response(), 404, "The model '" + name + "' does not exist at this simulator.");
        } else {
            reply(context, spec.get());
        }
    }

    /** Adds a model or replaces its whole configuration. */
    void put(RoutingContext context) {
        if (!admin) {
            json.error(context.response(), 403, "Models cannot be changed here: simulator.admin is off.");
            return;
        }
        BodyReader.read(
                context.request(),
                MOST_BYTES,
                body -> put(context, body),
                () -> json.error(context.response(), 413, "The configuration is larger than 64 KiB."));
    }

    private void put(RoutingContext context, byte[] body) {
        try {
            ModelSpec spec = reader.read(context.pathParam("model"), json.parse(body));
            models.put(spec);
            reply(context, spec);
        } catch (JsonProcessingException e) {
            json.error(context.response(), 400, "The configuration is not JSON: " + e.getOriginalMessage());
        } catch (BadModelException e) {
            json.error(context.response(), 422, String.valueOf(e.getMessage()));
        }
    }

    private void reply(RoutingContext context, ModelSpec spec) {
        json.reply(context.response(), 200, out -> {
            out.writeStringField("name", spec.name());
            for (var field : writer.write(spec).entrySet()) {
                out.writePOJOField(field.getKey(), field.getValue());
            }
        });
    }

    private static void openAi(JsonGenerator out, String name) throws IOException {
        out.writeStringField("id", name);
        out.writeStringField("object", "model");
        out.writeNumberField("created", 0);
        out.writeStringField("owned_by", "assay-simulator");
    }
}
