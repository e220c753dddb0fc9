package dev.assay.contracts.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A benchmark as a run uses it: which data, how an item becomes a prompt, how an answer becomes a score.
 *
 * @param name for people
 * @param version of the definition
 * @param dataset the pinned data
 * @param prompt messages whose contents are Jinja templates over the item's fields
 * @param target the reference answer: a field's name or a Jinja template
 * @param choices the options of a multiple-choice item: a field's name or a template; null: none
 * @param category the field that names an item's category; items without it have none
 * @param pipelines at least one
 * @param metrics at least one, with distinct labels, each naming one of the pipelines
 * @param likelihood that texts are judged instead of written; null: the model writes an answer
 * @param subgroups whose scores are told apart; null: nobody's
 */
public record BenchmarkDefinition(
        String name,
        String version,
        DatasetRef dataset,
        List<Message> prompt,
        String target,
        @Nullable String choices,
        String category,
        List<PipelineSpec> pipelines,
        List<MetricSpec> metrics,
        @Nullable LikelihoodSpec likelihood,
        @Nullable SubgroupSpec subgroups) {

    public BenchmarkDefinition {
        prompt = List.copyOf(prompt);
        pipelines = List.copyOf(pipelines);
        metrics = List.copyOf(metrics);
        if (prompt.isEmpty() || pipelines.isEmpty() || metrics.isEmpty()) {
            throw new IllegalArgumentException("a benchmark has a prompt, a pipeline and a metric");
        }
        if (metrics.stream().map(MetricSpec::label).distinct().count() != metrics.size()) {
            throw new IllegalArgumentException("metric labels are unique within a benchmark");
        }
        for (MetricSpec metric : metrics) {
            if (pipelines.stream().noneMatch(p -> p.name().equals(metric.pipeline()))) {
                throw new IllegalArgumentException(
                        "metric " + metric.label() + " names the unknown pipeline " + metric.pipeline());
            }
        }
    }
}
