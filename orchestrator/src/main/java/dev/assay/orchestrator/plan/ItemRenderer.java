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

    /** Renders an item as it is. */
    Rendering render(String itemId, String json) {
        try {
            return rendered(templates.render(itemId, SampleTemplates.fields(json)));
        } catch (TemplateException e) {
            return unrenderable(itemId, e);
        }
    }

    /** Renders another form of an item, whose original was {@link #render(String, String) rendered} before. */
    Rendering render(VariantUse variant, Rendering original, String itemId, String json) {
        return switch (original) {
            case Rendering.Rendered known -> {
                try {
                    yield variants.render(
                                    variant, new Sample(known.messages(), known.sample()), SampleTemplates.fields(json))
                            .map(ItemRenderer::rendered)
                            .orElseGet(Rendering.Unchanged::new);
                } catch (TemplateException e) {
                    yield unrenderable(itemId, e);
                }
            }
            case Rendering.Unchanged unchanged -> unchanged;
            case Rendering.Unrenderable bad -> bad;
        };
    }

    private static Rendering rendered(Sample sample) {
        return new Rendering.Rendered(sample.messages(), sample.context());
    }

    private static Rendering unrenderable(String itemId, TemplateException e) {
        SampleContext unknown = new SampleContext(itemId, null, List.of(), List.of());
        return new Rendering.Unrenderable(unknown, e.problem().text());
    }
}
