package dev.assay.orchestrator.plan;

import dev.assay.benchmarks.sample.Sample;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.benchmarks.template.TemplateException;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.SampleContext;
import java.util.List;

/** Renders the items of one benchmark. Immutable. */
final class ItemRenderer {

    private final SampleTemplates templates;

    ItemRenderer(BenchmarkDefinition benchmark, TemplateEngine engine) {
        this.templates = SampleTemplates.compile(benchmark, engine);
    }

    Rendering render(String itemId, String json) {
        try {
            Sample sample = templates.render(itemId, SampleTemplates.fields(json));
            return new Rendering.Rendered(sample.messages(), sample.context());
        } catch (TemplateException e) {
            SampleContext unknown = new SampleContext(itemId, null, List.of(), List.of());
            return new Rendering.Unrenderable(unknown, e.problem().text());
        }
    }
}
