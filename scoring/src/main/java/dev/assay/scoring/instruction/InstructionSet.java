package dev.assay.scoring.instruction;

import dev.assay.scoring.json.Json;
import dev.assay.scoring.json.JsonException;
import dev.assay.scoring.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The instructions of an item.
 *
 * <p>Written as in IFEval's data: {@code {"instruction_id_list": ["punctuation:no_comma"], "kwargs": [{}]}}, the ids and for
 * each its arguments. Other fields are passed over, so that a whole item of that data can be the reference.
 */
public record InstructionSet(List<Entry> entries) {

    /**
     * An instruction as written.
     *
     * @param id such as "keywords:existence"
     * @param arguments by name; null, 0, false and what is empty count as not given
     */
    public record Entry(String id, Map<String, JsonValue> arguments) {
        public Entry {
            arguments = Map.copyOf(arguments);
        }
    }

    public InstructionSet {
        entries = List.copyOf(entries);
    }

    /** Reads them from JSON. @throws InstructionException if they are not written so */
    public static InstructionSet read(String json) {
        JsonValue read;
        try {
            read = Json.read(json);
        } catch (JsonException e) {
            throw new InstructionException("the reference is not JSON: " + e.getMessage());
        }
        if (!(read instanceof JsonValue.Fields root
                && root.byName().get("instruction_id_list") instanceof JsonValue.Elements ids
                && root.byName().get("kwargs") instanceof JsonValue.Elements arguments)) {
            throw new InstructionException("the reference needs the lists 'instruction_id_list' and 'kwargs'");
        }
        if (ids.values().size() > arguments.values().size()) {
            throw new InstructionException("an instruction has no entry in 'kwargs'");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonValue id : ids.values()) {
            if (id instanceof JsonValue.Text text
                    && arguments.values().get(entries.size()) instanceof JsonValue.Fields fields) {
                entries.add(new Entry(text.value(), fields.byName()));
            } else {
                throw new InstructionException("instruction ids are texts, and 'kwargs' are objects");
            }
        }
        return new InstructionSet(entries);
    }
}
