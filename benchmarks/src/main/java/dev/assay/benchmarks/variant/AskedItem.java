package dev.assay.benchmarks.variant;

import dev.assay.benchmarks.sample.Sample;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.contracts.run.SampleContext;
import dev.assay.scoring.counterfactual.Counterfactual;
import dev.assay.scoring.robustness.Perturbation;
import dev.assay.scoring.robustness.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item as far as a prompt shows it.
 *
 * @param fields all of them
 * @param texts names of those with a text that the prompt shows, but for options and target
 * @param optionsField the field with the options; null if there is none of its own
 * @param options in the order in which they are lettered
 * @param target which option is right; empty if it is not said by its letter
 */
record AskedItem(
        Map<String, @Nullable Object> fields,
        Set<String> texts,
        @Nullable String optionsField,
        List<String> options,
        OptionalInt target) {

    /** Options that are lines of a question are lettered to J at most. */
    private static final int MOST_LINES = 10;

    static AskedItem of(SampleTemplates templates, Map<String, @Nullable Object> fields, Sample original) {
        List<String> options = original.context().choices();
        List<String> references = original.context().references();
        OptionalInt target = references.size() == 1
                ? placeOf(references.getFirst(), options.isEmpty() ? MOST_LINES : options.size())
                : OptionalInt.empty();
        return new AskedItem(fields, templates.shownTexts(fields), templates.choicesField(), options, target);
    }

    /** The place of a letter, from 0. */
    private static OptionalInt placeOf(String reference, int most) {
        String letter = reference.strip();
        int place = letter.length() == 1 ? letter.charAt(0) - 'A' : -1;
        return place >= 0 && place < most ? OptionalInt.of(place) : OptionalInt.empty();
    }

    /** Every text by itself, so that a change of one does not depend on another. */
    AskedItem written(Perturbation rule, long seed) {
        Map<String, @Nullable Object> changed = new HashMap<>(fields);
        List<String> moved = options;
        OptionalInt right = target;
        if (optionsField != null && fields.get(optionsField) instanceof List<?> values) {
            Subject after = rule.apply(new Subject("", options, target, List.of()), seed);
            if (!after.choices().equals(options)) {
                moved = after.choices();
                right = after.target();
                changed.put(optionsField, reordered(values, moved));
            }
        }
        for (String name : texts) {
            String text = String.valueOf(fields.get(name));
            Subject after = rule.apply(new Subject(text, List.of(), lineTarget(), List.of()), seed);
            changed.put(name, after.text());
            if (options.isEmpty() && !after.target().equals(target)) {
                right = after.target();
            }
        }
        return new AskedItem(changed, texts, optionsField, moved, right);
    }

    private OptionalInt lineTarget() {
        return options.isEmpty() ? target : OptionalInt.empty();
    }

    /** The options' own values in the order of their texts. */
    private List<@Nullable Object> reordered(List<?> values, List<String> order) {
        List<@Nullable Object> placed = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            free.add(i);
        }
        for (String text : order) {
            int from = free.stream()
                    .filter(i -> options.get(i).equals(text))
                    .findFirst()
                    .orElseThrow();
            free.remove((Integer) from);
            placed.add(values.get(from));
        }
        return placed;
    }

    /** One rule over all texts; a name that occurs in several may be replaced by different ones. */
    AskedItem about(Counterfactual rule) {
        Map<String, @Nullable Object> changed = new HashMap<>(fields);
        for (String name : texts) {
            rule.of(String.valueOf(fields.get(name))).ifPresent(text -> changed.put(name, text));
        }
        return new AskedItem(changed, texts, optionsField, options, target);
    }

    /**
     * What is right in this form: as ever, but that a letter follows its option.
     *
     * @param original the sample as it is
     * @param rendered this form's, whose target was rendered from fields that say the old letter
     */
    SampleContext key(Sample original, Sample rendered) {
        SampleContext before = original.context();
        SampleContext now = rendered.context();
        List<String> references = before.references();
        if (target.isPresent()
                && references.size() == 1
                && references.getFirst().strip().length() == 1) {
            references = List.of(String.valueOf((char) ('A' + target.getAsInt())));
        }
        return new SampleContext(before.itemId(), before.category(), references, now.choices());
    }
}
