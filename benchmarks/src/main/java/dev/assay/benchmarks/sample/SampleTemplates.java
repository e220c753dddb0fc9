package dev.assay.benchmarks.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.benchmarks.template.Template;
import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.benchmarks.template.TemplateException;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.SampleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The compiled templates of one benchmark definition. Immutable and safe for use by many threads.
 *
 * <p>The target of a multiple-choice item may be the option's index, from 0: it then stands for the option's letter.
 */
public final class SampleTemplates {

    private static final ObjectMapper ITEMS = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};
    private static final int LETTERS = 26;

    private final List<Message> prompt;
    private final List<Template> contents = new ArrayList<>();
    private final FieldOrTemplate target;
    private final @Nullable FieldOrTemplate choices;
    private final String category;

    private SampleTemplates(BenchmarkDefinition benchmark, TemplateEngine engine) {
        this.prompt = benchmark.prompt();
        for (int i = 0; i < prompt.size(); i++) {
            contents.add(
                    engine.compile("prompt[" + i + "].content", prompt.get(i).content()));
        }
        this.target = FieldOrTemplate.compile("target", benchmark.target(), engine);
        String options = benchmark.choices();
        this.choices = options == null ? null : FieldOrTemplate.compile("choices", options, engine);
        this.category = benchmark.category();
    }

    /**
     * Compiles a benchmark's templates.
     *
     * @throws TemplateException if one cannot be read; its problem names the template
     */
    public static SampleTemplates compile(BenchmarkDefinition benchmark, TemplateEngine engine) {
        return new SampleTemplates(benchmark, engine);
    }

    /** Fields that every item must have. */
    public Set<String> requiredFields() {
        Set<String> required = new TreeSet<>(target.required());
        contents.forEach(template -> required.addAll(template.fields().required()));
        if (choices != null) {
            required.addAll(choices.required());
        }
        return required;
    }

    /** Reads an item's canonical JSON, as datasets store it. */
    public static Map<String, @Nullable Object> fields(String json) {
        try {
            return ITEMS.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an item is stored that is no JSON object", e);
        }
    }

    /**
     * Renders an item.
     *
     * @param itemId the item's id in its dataset
     * @throws TemplateException if the item does not fit the templates
     */
    public Sample render(String itemId, Map<String, @Nullable Object> fields) {
        List<Message> messages = new ArrayList<>(prompt.size());
        for (int i = 0; i < prompt.size(); i++) {
            messages.add(new Message(prompt.get(i).role(), contents.get(i).render(fields)));
        }
        return new Sample(messages, context(itemId, fields));
    }

    /** What is known of an item without its prompt. */
    public SampleContext context(String itemId, Map<String, @Nullable Object> fields) {
        List<String> options = choices == null ? List.of() : choices.values(fields);
        Object named = fields.get(category);
        return new SampleContext(itemId, named == null ? null : named.toString(), references(fields, options), options);
    }

    private List<String> references(Map<String, @Nullable Object> fields, List<String> options) {
        List<String> values = target.values(fields);
        if (options.isEmpty() || values.size() != 1 || !values.getFirst().matches("[0-9]{1,2}")) {
            return values;
        }
        int index = Integer.parseInt(values.getFirst());
        boolean isIndex = index < Math.min(options.size(), LETTERS) && !options.contains(values.getFirst());
        return isIndex ? List.of(String.valueOf((char) ('A' + index))) : values;
    }
}
