package dev.assay.orchestrator.plan;

import dev.assay.benchmarks.sample.Sample;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.benchmarks.template.TemplateException;
import dev.assay.benchmarks.variant.ItemVariants;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SampleContext;
import dev.assay.contracts.run.VariantUse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders the items of one benchmark in the forms of one run. Immutable. */
final class ItemRenderer {

    private final SampleTemplates templates;
    private final ItemVariants variants;

    /** What a renderer depends on. */
    record Forms(BenchmarkDefinition benchmark, List<VariantUse> variants, long seed) {

        static Forms of(RunDefinition run) {
            // Without variants the seed makes no difference, and runs share what is rendered.
            return new Forms(run.benchmark(), run.variants(), run.variants().isEmpty() ? 0 : run.seed());
        }
    }

    ItemRenderer(Forms forms, TemplateEngine engine) {
        this.templates = SampleTemplates.compile(forms.benchmark(), engine);
        this.variants = ItemVariants.of(templates, forms.variants(), forms.seed());
    }

    /** @param variant null: the item as it is */
    Rendering render(@Nullable VariantUse variant, String itemId, String json) {
        try {
            var fields = SampleTemplates.fields(json);
            Optional<Sample> sample = variant == null
                    ? Optional.of(templates.render(itemId, fields))
                    : variants.render(variant, itemId, fields);
            return sample.<Rendering>map(found -> new Rendering.Rendered(found.messages(), found.context()))
                    .orElseGet(Rendering.Unchanged::new);
        } catch (TemplateException e) {
            SampleContext unknown = new SampleContext(itemId, null, List.of(), List.of());
            return new Rendering.Unrenderable(unknown, e.problem().text());
        }
    }
}
