package dev.assay.benchmarks.sample;

import dev.assay.benchmarks.dataset.CanonicalJson;
import dev.assay.benchmarks.template.FieldOrTemplate;
import dev.assay.benchmarks.template.PythonText;
import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.benchmarks.template.TemplateException;
import dev.assay.benchmarks.template.TemplateProblem;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.LikelihoodSpec.Mode;
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
 * <p>A message that is a single word, and a target or choices without braces, name a field; see {@link FieldOrTemplate}.
 * The target of a multiple-choice item may be the option's place, from 0: it then stands for the option's letter; see
 * {@link AnswerKey}.
 */
public final class SampleTemplates {

    private final List<Message> prompt;
    private final List<FieldOrTemplate> contents = new ArrayList<>();
    private final AnswerKey key;
    private final Set<String> required = new TreeSet<>();
    private final String category;
    private final @Nullable Mode mode;
    private final Set<String> shown = new TreeSet<>();
    private final @Nullable String choicesField;

    private SampleTemplates(BenchmarkDefinition benchmark, TemplateEngine engine) {
        this.prompt = benchmark.prompt();
        for (int i = 0; i < prompt.size(); i++) {
            contents.add(FieldOrTemplate.prose(
                    "prompt[" + i + "].content", prompt.get(i).content(), engine));
        }
        FieldOrTemplate target = FieldOrTemplate.strict("target", benchmark.target(), engine);
        String written = benchmark.choices();
        FieldOrTemplate choices = written == null ? null : FieldOrTemplate.strict("choices", written, engine);
        this.key = new AnswerKey(target, choices);
        this.category = benchmark.category();
        this.mode =
                benchmark.likelihood() == null ? null : benchmark.likelihood().mode();
        contents.forEach(content -> shown.addAll(content.fields().mentioned()));
        this.choicesField = choices instanceof FieldOrTemplate.OfField field ? field.field() : null;
        if (choices != null) {
            shown.removeAll(choices.fields().mentioned());
        }
        if (target instanceof FieldOrTemplate.OfField field) {
            shown.remove(field.field());
        }
        contents.forEach(content -> required.addAll(content.fields().required()));
        required.addAll(target.fields().required());
        if (choices != null) {
            required.addAll(choices.fields().required());
        }
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
        return Set.copyOf(required);
    }

    /** Fields whose texts the prompt shows to the model, but for the target and the options. */
    public Set<String> shownTexts(Map<String, @Nullable Object> fields) {
        Set<String> texts = new TreeSet<>(shown);
        texts.removeIf(name -> !(fields.get(name) instanceof String));
        return texts;
    }

    /** The field that holds the options as a list; null if there are none, or a template makes them. */
    public @Nullable String choicesField() {
        return choicesField;
    }

    /** Reads an item's canonical JSON, as datasets store it. */
    public static Map<String, @Nullable Object> fields(String json) {
        return CanonicalJson.read(json);
    }

    /**
     * Renders an item. The same item always gives the same sample.
     *
     * @param itemId the item's id in its dataset
     * @throws TemplateException if the item does not fit the templates
     */
    public Sample render(String itemId, Map<String, @Nullable Object> fields) {
        List<Message> messages = new ArrayList<>(prompt.size());
        for (int i = 0; i < prompt.size(); i++) {
            messages.add(new Message(
                    prompt.get(i).role(), PythonText.str(contents.get(i).value(fields))));
        }
        SampleContext context = context(itemId, fields);
        if (mode == Mode.LOGLIKELIHOOD) {
            requireJudgeable(messages.getLast().content(), context.choices());
        }
        return new Sample(messages, context);
    }

    /** The first token of all has no probability, and what is empty has no token. */
    private static void requireJudgeable(String before, List<String> options) {
        if (before.isBlank()) {
            throw new TemplateException(new TemplateProblem(
                    "prompt", null, null, "the prompt is blank, so that no choice can follow it", "write something"));
        }
        if (options.stream().anyMatch(String::isEmpty)) {
            throw new TemplateException(new TemplateProblem(
                    "choices", null, null, "a choice of this item is empty", "give it a text, or leave it out"));
        }
    }

    /** What is known of an item without its prompt. */
    public SampleContext context(String itemId, Map<String, @Nullable Object> fields) {
        Object named = fields.get(category);
        String itemCategory = named == null ? null : PythonText.str(named);
        if (mode == Mode.PERPLEXITY) {
            return new SampleContext(itemId, itemCategory, List.of(key.text(fields)), List.of());
        }
        List<String> options = key.options(fields);
        return new SampleContext(itemId, itemCategory, key.references(fields, options), options);
    }
}
