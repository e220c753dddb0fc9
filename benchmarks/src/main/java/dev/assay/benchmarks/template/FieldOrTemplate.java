package dev.assay.benchmarks.template;

import dev.assay.contracts.naming.NearestNames;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A template, or the name of a field that is meant as it is. Immutable and safe for use by many threads.
 *
 * <p>As in the field's task files, a text without braces names a field; a constant is written {@code {{ "yes" }}}. Where
 * prose may stand ({@link #prose}), only a single word names a field.
 */
public sealed interface FieldOrTemplate {

    /** The fields that are looked at. */
    FieldUse fields();

    /**
     * The value for an item: a field's value as it is, or the text of a template.
     *
     * @throws TemplateException if the field is missing, or the template cannot be filled in
     */
    @Nullable
    Object value(Map<String, @Nullable Object> fields);

    /** For what is a field or a template and never prose, such as a target. */
    static FieldOrTemplate strict(String name, String source, TemplateEngine engine) {
        return isTemplate(source) ? new OfTemplate(engine.compile(name, source)) : new OfField(name, source.strip());
    }

    /** For what may be prose, such as a prompt. */
    static FieldOrTemplate prose(String name, String source, TemplateEngine engine) {
        return !isTemplate(source) && source.strip().matches("[\\p{L}_][\\p{L}\\p{N}_]*")
                ? new OfField(name, source.strip())
                : new OfTemplate(engine.compile(name, source));
    }

    private static boolean isTemplate(String source) {
        return source.contains("{{") || source.contains("{%") || source.contains("{#");
    }

    /** A field by its name. */
    record OfField(String template, String field) implements FieldOrTemplate {

        public OfField {
            if (field.isBlank()) {
                throw new TemplateException(new TemplateProblem(
                        template, 1, null, "nothing is written here", "name a field or write a template"));
            }
        }

        @Override
        public FieldUse fields() {
            return new FieldUse(Set.of(field), Set.of());
        }

        @Override
        public @Nullable Object value(Map<String, @Nullable Object> fields) {
            if (!fields.containsKey(field)) {
                throw new TemplateException(new TemplateProblem(
                        template,
                        1,
                        field,
                        "there is no field '" + field + "'",
                        "correct the name, or write {{ \"" + field + "\" }} if the text itself is meant; the item has "
                                + String.join(", ", new TreeSet<>(fields.keySet())) + "."
                                + NearestNames.hint(field, fields.keySet())));
            }
            return fields.get(field);
        }
    }

    /** A compiled template. */
    record OfTemplate(Template template) implements FieldOrTemplate {

        @Override
        public FieldUse fields() {
            return template.fields();
        }

        @Override
        public @Nullable Object value(Map<String, @Nullable Object> fields) {
            return template.render(fields);
        }
    }
}
