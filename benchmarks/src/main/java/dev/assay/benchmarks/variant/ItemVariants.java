package dev.assay.benchmarks.variant;

import dev.assay.benchmarks.sample.Sample;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.contracts.run.VariantUse;
import dev.assay.scoring.counterfactual.Counterfactual;
import dev.assay.scoring.counterfactual.CounterfactualRegistry;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.robustness.Perturbation;
import dev.assay.scoring.robustness.PerturbationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms in which a run asks the items of one benchmark. Immutable and safe for use by many threads. */
public final class ItemVariants {

    private final SampleTemplates templates;
    private final long seed;
    private final Map<String, Change> changes = new LinkedHashMap<>();

    /** What a rule does to one text, and to options and target where it can. */
    private sealed interface Change {

        /** The question written otherwise. */
        record Wording(Perturbation rule) implements Change {}

        /** Other people in it. */
        record People(Counterfactual rule) implements Change {}
    }

    private ItemVariants(SampleTemplates templates, long seed) {
        this.templates = templates;
        this.seed = seed;
    }

    /**
     * Prepares the forms of a run.
     *
     * @param seed chooses among the ways in which an item can be changed
     * @throws DefinitionException naming the rule or parameter that does not fit
     */
    public static ItemVariants of(SampleTemplates templates, List<VariantUse> variants, long seed) {
        ItemVariants prepared = new ItemVariants(templates, seed);
        for (VariantUse use : variants) {
            Definition rule = new Definition(use.label(), use.rule(), use.parameters());
            prepared.changes.put(
                    use.label(),
                    switch (use.kind()) {
                        case PERTURBATION ->
                            new Change.Wording(PerturbationRegistry.standard().create(rule));
                        case COUNTERFACTUAL ->
                            new Change.People(CounterfactualRegistry.standard().create(rule));
                        // A form that only a newer version knows changes nothing, so it is not asked.
                        case UNKNOWN -> new Change.Wording((subject, any) -> subject);
                    });
        }
        return prepared;
    }

    /**
     * Renders an item in another form.
     *
     * @param original the item as it is, rendered by the same templates
     * @return empty if the rule finds nothing to change in it
     * @throws dev.assay.benchmarks.template.TemplateException if the item does not fit the templates
     * @throws IllegalArgumentException if the run has no such form
     */
    public Optional<Sample> render(VariantUse variant, Sample original, Map<String, @Nullable Object> fields) {
        Change change = changes.get(variant.label());
        if (change == null) {
            throw new IllegalArgumentException("no such form: " + variant.label());
        }
        AskedItem asked = AskedItem.of(templates, fields, original);
        AskedItem changed = switch (change) {
            case Change.Wording(Perturbation rule) -> asked.written(rule, seed);
            case Change.People(Counterfactual rule) -> asked.about(rule);
        };
        if (changed.equals(asked)) {
            return Optional.empty();
        }
        Sample sample = templates.render(original.context().itemId(), changed.fields());
        Sample keyed = new Sample(sample.messages(), changed.key(original, sample));
        return keyed.messages().equals(original.messages()) ? Optional.empty() : Optional.of(keyed);
    }
}
