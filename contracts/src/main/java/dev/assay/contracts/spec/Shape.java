package dev.assay.contracts.spec;

import dev.assay.contracts.id.IdForm;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a place of a document. The reader checks documents against it, and the JSON Schemas are written from
 * it, so the two cannot differ.
 */
sealed interface Shape {

    /**
     * Text; a number is taken by its source text, so that a version 1.10 stays 1.10.
     *
     * @param what for people, to follow the words "must be"
     * @param longest in characters
     * @param pattern for the JSON Schema, or null
     * @param rule gives what is wrong with a text
     */
    record Text(String what, int longest, @Nullable String pattern, TextRule rule) implements Shape {}

    /** One of some words. */
    record Words(List<String> words) implements Shape {

        public Words {
            words = List.copyOf(words);
        }
    }

    /**
     * A number.
     *
     * @param whole whether it has no fraction
     * @param above whether {@code least} itself is excluded
     */
    record Numeric(boolean whole, BigDecimal least, boolean above, BigDecimal most) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** A list of so many values. */
    record Listed(Shape element, int least, int most) implements Shape {}

    /** A mapping from names of the writer's own to values. */
    record Keyed(Shape value, IdForm keys, int most) implements Shape {}

    /**
     * A mapping with known keys.
     *
     * @param what it describes, such as {@code a model}
     * @param rest the shape of values under other keys, or null if there may be no others
     */
    record Fields(String what, List<Field> fields, @Nullable Shape rest) implements Shape {

        public Fields {
            fields = List.copyOf(fields);
        }

        List<String> keys() {
            return fields.stream().map(Field::key).toList();
        }
    }

    /** One of several shapes, told apart by being a scalar, a list or a mapping. */
    record AnyOf(List<Shape> shapes) implements Shape {

        public AnyOf {
            shapes = List.copyOf(shapes);
        }
    }

    /** Any value. */
    record Anything() implements Shape {}

    /**
     * A known key.
     *
     * @param about what it means and its default: a sentence, for the JSON Schema
     * @param remedy how it is written: a sentence, for messages
     */
    record Field(String key, Shape shape, boolean required, String about, String remedy) {

        public Field {
            if (remedy.isBlank()) {
                throw new IllegalArgumentException("it is not said how " + key + " is written");
            }
        }
    }

    /** Finds what is wrong with a text. */
    @FunctionalInterface
    interface TextRule {

        /** A clause that begins with "must", or null if the text is right. */
        @Nullable
        String complaint(String text);
    }

    static Field required(String key, Shape shape, String about, String remedy) {
        return new Field(key, shape, true, about, remedy);
    }

    static Field optional(String key, Shape shape, String about, String remedy) {
        return new Field(key, shape, false, about, remedy);
    }

    /** Text that says something: not blank, at most so many characters. */
    static Shape text(int longest) {
        return new Text("text", longest, "\\S", text -> text.isBlank() ? "must not be blank" : null);
    }

    static Shape id(IdForm form) {
        return new Text(
                "a name",
                Integer.MAX_VALUE,
                "^" + form.pattern() + "$",
                text -> form.matches(text) ? null : "must be " + form.description() + ", but is " + Quoted.quote(text));
    }

    /** Text of a kind of its own; the pattern is for the JSON Schema. */
    static Shape coded(String what, String pattern, TextRule rule) {
        return new Text(what, Integer.MAX_VALUE, pattern, rule);
    }

    static Shape whole(long least, long most) {
        return new Numeric(true, BigDecimal.valueOf(least), false, BigDecimal.valueOf(most));
    }

    static Shape decimal(String least, boolean above, String most) {
        return new Numeric(false, new BigDecimal(least), above, new BigDecimal(most));
    }

    static Shape list(Shape element, int least, int most) {
        return new Listed(element, least, most);
    }

    static Shape anyOf(Shape... shapes) {
        return new AnyOf(List.of(shapes));
    }
}
