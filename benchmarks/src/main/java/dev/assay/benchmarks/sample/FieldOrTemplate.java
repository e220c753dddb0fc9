package dev.assay.benchmarks.sample;

import dev.assay.benchmarks.template.Template;
import dev.assay.benchmarks.template.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A bare field name means that field, anything else is a template. A field that is a list gives several texts, as does
 * a template whose text is a list such as {@code ['a', 'b']}. Immutable.
 */
final class FieldOrTemplate {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final @Nullable String field;
    private final Template template;

    private FieldOrTemplate(@Nullable String field, Template template) {
        this.field = field;
        this.template = template;
    }

    static FieldOrTemplate compile(String name, String source, TemplateEngine engine) {
        String bare = source.strip();
        return NAME.matcher(bare).matches()
                ? new FieldOrTemplate(bare, engine.compile(name, "{{ " + bare + " }}"))
                : new FieldOrTemplate(null, engine.compile(name, source));
    }

    Set<String> required() {
        return field == null ? template.fields().required() : Set.of(field);
    }

    List<String> values(Map<String, @Nullable Object> fields) {
        if (field != null && fields.get(field) instanceof List<?> list) {
            return texts(list);
        }
        String text = template.render(fields);
        return field == null && text.strip().startsWith("[") && text.strip().endsWith("]")
                ? listOr(text)
                : List.of(text);
    }

    private static List<String> listOr(String text) {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text.strip());
            return read instanceof List<?> list ? texts(list) : List.of(text);
        } catch (YAMLException e) {
            // Not a list after all: the text stands for itself.
            return List.of(text);
        }
    }

    private static List<String> texts(List<?> values) {
        return values.stream().filter(Objects::nonNull).map(Object::toString).toList();
    }
}
