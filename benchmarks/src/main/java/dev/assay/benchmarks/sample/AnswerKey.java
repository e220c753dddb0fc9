package dev.assay.benchmarks.sample;

import dev.assay.benchmarks.template.FieldOrTemplate;
import dev.assay.benchmarks.template.PythonLiteral;
import dev.assay.benchmarks.template.PythonText;
import dev.assay.benchmarks.template.TemplateException;
import dev.assay.benchmarks.template.TemplateProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts as right for an item: the references, and the options of a multiple-choice item.
 *
 * <p>Several references are a field that is a list, or a template that prints one. With options, a whole number (a
 * number in the data, or digits that a template prints) is an option's place from 0 and stands for its letter, as in the
 * field's task files; a text stands for itself. A text of digits in the data that could be either is refused.
 */
final class AnswerKey {

    private static final int LETTERS = 26;

    private final FieldOrTemplate target;
    private final @Nullable FieldOrTemplate choices;

    AnswerKey(FieldOrTemplate target, @Nullable FieldOrTemplate choices) {
        this.target = target;
        this.choices = choices;
    }

    /** The options, none if the benchmark has none. */
    List<String> options(Map<String, @Nullable Object> fields) {
        if (choices == null) {
            return List.of();
        }
        Object value = listed(choices, fields);
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw problem(
                    "choices",
                    "the choices of this item are no list with entries",
                    "name a field that holds a list, or write a template that prints one: {{ [a, b, c] }}");
        }
        return list.stream().map(PythonText::str).toList();
    }

    /** The one text that is to be judged, as it stands. */
    String text(Map<String, @Nullable Object> fields) {
        Object value = target.value(fields);
        String text = value == null ? "" : PythonText.str(value);
        if (text.isEmpty()) {
            throw problem("target", "this item has no text to judge", "give it one, or leave the item out");
        }
        return text;
    }

    /** The right answers, at least one. */
    List<String> references(Map<String, @Nullable Object> fields, List<String> options) {
        Object value = listed(target, fields);
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            throw problem("target", "this item has no right answer", "give it one, or leave the item out");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PythonText::str).toList();
        }
        String text = PythonText.str(value);
        return List.of(options.isEmpty() ? text : named(text, value instanceof Long, options));
    }

    private String named(String text, boolean number, List<String> options) {
        int place = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : options.size();
        if (place >= options.size()) {
            return text;
        }
        boolean isPlace = number || target instanceof FieldOrTemplate.OfTemplate;
        int byText = options.indexOf(text);
        if (!isPlace && byText >= 0 && byText != place) {
            throw problem(
                    "target",
                    "the target '" + text + "' of this item can mean the option in that place, counted from 0, or the"
                            + " option with that text",
                    "write {{ field }} for the place, or {{ choices.index(field) }} for the text, with the fields'"
                            + " names");
        }
        return place < LETTERS ? String.valueOf((char) ('A' + place)) : options.get(place);
    }

    private static @Nullable Object listed(FieldOrTemplate source, Map<String, @Nullable Object> fields) {
        Object value = source.value(fields);
        return switch (source) {
            case FieldOrTemplate.OfField field -> value;
            case FieldOrTemplate.OfTemplate template -> {
                String text = PythonText.str(value);
                yield PythonLiteral.list(text).<Object>map(list -> list).orElse(text);
            }
        };
    }

    private static TemplateException problem(String template, String message, String remedy) {
        return new TemplateException(new TemplateProblem(template, null, null, message, remedy));
    }
}
