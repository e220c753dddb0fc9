package dev.assay.gateway.samples;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.database.Row;
import dev.assay.gateway.runs.StoredRun;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Samples as JSON Lines: each is what a list shows of it, with the whole answer, and the prompt if it is wanted. */
final class JsonLines implements SampleExport.Lines {

    private static final int BUFFER = 64 * 1024;

    private final ObjectMapper mapper = EventJson.mapper();
    private final StoredRun run;
    private final OutputStream out;
    private final @Nullable SampleTexts texts;

    /** @param texts renders prompts, or null if they are not wanted */
    JsonLines(StoredRun run, OutputStream out, @Nullable SampleTexts texts) {
        this.run = run;
        this.out = new BufferedOutputStream(out, BUFFER);
        this.texts = texts;
    }

    @Override
    public void begin() {}

    @Override
    public void line(ResultSet row) throws SQLException, IOException {
        SampleView sample = SampleRow.sample(run, row);
        ObjectNode line = mapper.valueToTree(sample);
        put(line, "message", row.getString("message"));
        put(line, "finishReason", row.getString("finish_reason"));
        Integer input = Row.small(row, "input_tokens");
        if (input != null) {
            line.put("inputTokens", input);
            line.put("outputTokens", row.getInt("output_tokens"));
        }
        String body = row.getString("body");
        if (texts != null && body != null) {
            texts.render(run, TaskId.parse(sample.task()), sample.itemId(), body)
                    .ifPresent(rendered -> {
                        line.set("prompt", mapper.valueToTree(rendered.prompt()));
                        line.set("references", mapper.valueToTree(rendered.references()));
                        if (!rendered.choices().isEmpty()) {
                            line.set("choices", mapper.valueToTree(rendered.choices()));
                        }
                    });
        }
        try (JsonGenerator generator = mapper.createGenerator(out, JsonEncoding.UTF8)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            mapper.writeTree(generator, line);
        }
        out.write('\n');
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private static void put(ObjectNode line, String name, @Nullable String value) {
        if (value != null) {
            line.put(name, value);
        }
    }
}
