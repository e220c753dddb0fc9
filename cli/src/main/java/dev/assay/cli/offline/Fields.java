package dev.assay.cli.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.scoring.metric.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where prediction and references stand in a row.
 *
 * @param prediction the field of the prediction
 * @param reference the field of the reference or the list of references; null: {@code reference}, {@code references} or
 *     {@code target}, the first that is there
 * @param allowBlank whether a reference without any text is a right answer; else such an item cannot be scored
 */
public record Fields(String prediction, @Nullable String reference, boolean allowBlank) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> USUAL = List.of("reference", "references", "target");
    private static final String CHOICES = "choices";

    /** What a row gives to score. */
    public sealed interface Taken {}

    /** A prediction and what it is compared with. */
    public record Answer(String prediction, Sample sample) implements Taken {}

    /** Nothing. @param reason for people */
    public record Nothing(String reason) implements Taken {}

    /** A value that is not what a field must hold. */
    private static final class WrongValue extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongValue(String reason) {
            super(reason);
        }
    }

    /** Takes prediction and references out of a row. */
    public Taken of(Row.Read row) {
        try {
            Optional<JsonNode> predicted = row.field(prediction);
            if (predicted.isEmpty()) {
                return new Nothing("the prediction is missing (field '" + prediction + "')");
            }
            String field = referenceField(row);
            Optional<JsonNode> found = row.field(field);
            if (found.isEmpty()) {
                return new Nothing("the reference is missing (field '" + field + "')");
            }
            boolean mayBeList = reference != null || field.equals("references");
            List<String> written = texts(field, found.get(), mayBeList);
            if (!allowBlank && written.isEmpty()) {
                return new Nothing("the list of references is empty");
            }
            List<String> references = written.isEmpty() ? List.of("") : written;
            if (!allowBlank && references.stream().allMatch(String::isBlank)) {
                return new Nothing("the reference is empty");
            }
            List<String> choices =
                    row.field(CHOICES).map(value -> texts(CHOICES, value, true)).orElse(List.of());
            return new Answer(prediction(predicted.get()), new Sample(references, choices));
        } catch (WrongValue e) {
            return new Nothing(String.valueOf(e.getMessage()));
        }
    }

    private String referenceField(Row.Read row) {
        return reference != null
                ? reference
                : USUAL.stream()
                        .filter(name -> row.field(name).isPresent())
                        .findFirst()
                        .orElse(USUAL.getFirst());
    }

    /** Probabilities of classes are a list of numbers; every other prediction is one text. */
    private String prediction(JsonNode value) {
        boolean probabilities = value.isArray() && !value.isEmpty() && all(value, JsonNode::isNumber);
        return probabilities ? value.toString() : text(prediction, value);
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> test) {
        for (JsonNode element : list) {
            if (!test.test(element)) {
                return false;
            }
        }
        return true;
    }

    private List<String> texts(String field, JsonNode value, boolean mayBeList) {
        JsonNode list = mayBeList ? written(value) : value;
        if (!list.isArray()) {
            return List.of(text(field, value));
        }
        if (!mayBeList) {
            throw new WrongValue(
                    "the field '%s' holds a list where a text is expected; name it 'references', or say --reference %s"
                            .formatted(field, field));
        }
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(text(field, element)));
        return texts;
    }

    /** A cell of a CSV file can hold a list as JSON. */
    private static JsonNode written(JsonNode value) {
        String text = value.asText("").strip();
        if (!value.isTextual() || !text.startsWith("[") || !text.endsWith("]")) {
            return value;
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return value;
        }
    }

    private static String text(String field, JsonNode value) {
        if (value.isArray()) {
            throw new WrongValue("the field '" + field + "' holds a list where a text is expected");
        }
        if (value.isNull()) {
            throw new WrongValue("the field '" + field + "' holds a null where a text is expected");
        }
        if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            throw new WrongValue("the field '" + field + "' is " + value.asText() + ", not a text or number");
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
