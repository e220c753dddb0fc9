package dev.assay.scoring.instruction;

import dev.assay.scoring.json.JsonValue;
import dev.assay.scoring.text.PythonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one instruction.
 *
 * <p>As in the reference, null, 0, false, "" and [] count as not given. What is then missing the reference makes up at
 * random, so that its verdict is random too; here such an instruction cannot be checked.
 */
final class InstructionArguments {

    private final String id;
    private final Map<String, JsonValue> given = new HashMap<>();

    InstructionArguments(InstructionSet.Entry entry) {
        this.id = entry.id();
        entry.arguments().forEach((name, value) -> {
            if (!isEmpty(value)) {
                given.put(name, value);
            }
        });
    }

    private static boolean isEmpty(JsonValue value) {
        return switch (value) {
            case JsonValue.Nothing nothing -> true;
            case JsonValue.Flag flag -> !flag.value();
            case JsonValue.Number number -> number.value() == 0;
            case JsonValue.Text text -> text.value().isEmpty();
            case JsonValue.Elements elements -> elements.values().isEmpty();
            case JsonValue.Fields fields -> fields.byName().isEmpty();
        };
    }

    /** Fails if there is an argument with another name. */
    InstructionArguments only(Set<String> names) {
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new InstructionException(id + " takes no argument '" + name + "'");
            }
        }
        return this;
    }

    String text(String name) {
        return find(name) instanceof JsonValue.Text text ? text.value() : fail(name, "a text");
    }

    String strippedText(String name) {
        return PythonText.strip(text(name));
    }

    List<String> texts(String name) {
        if (find(name) instanceof JsonValue.Elements elements) {
            return elements.values().stream()
                    .map(value -> value instanceof JsonValue.Text text ? text.value() : fail(name, "a list of texts"))
                    .toList();
        }
        return List.of(fail(name, "a list of texts"));
    }

    /** A number that is at least 0; others count as not given. */
    double count(String name) {
        double number = number(name);
        return number >= 0 ? number : missing(name);
    }

    double number(String name) {
        return find(name) instanceof JsonValue.Number number
                ? number.value()
                : Double.parseDouble(fail(name, "a number"));
    }

    Relation relation(String name) {
        return switch (text(name)) {
            case "less than" -> Relation.LESS_THAN;
            case "at least" -> Relation.AT_LEAST;
            case String other -> throw new InstructionException(id + " knows no relation '" + other + "'");
        };
    }

    /** The failure of an argument that the reference would replace at random. */
    double missing(String name) {
        throw new InstructionException(id + " needs the argument '" + name + "'; without it the reference is random");
    }

    private @Nullable JsonValue find(String name) {
        if (!given.containsKey(name)) {
            missing(name);
        }
        return given.get(name);
    }

    private String fail(String name, String kind) {
        throw new InstructionException("the argument '%s' of %s is %s".formatted(name, id, kind));
    }
}
