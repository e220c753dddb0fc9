package dev.assay.scorer.scoring;

import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.StepSpec;
import dev.assay.scoring.aggregate.MetricColumn;
import dev.assay.scoring.aggregate.MetricScore;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.extraction.ExtractionContext;
import dev.assay.scoring.extraction.ExtractionPipeline;
import dev.assay.scoring.metric.ConfiguredMetric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pipelines and metrics of a run, ready to score. Immutable and thread-safe. */
public final class ScoringPlan {

    private final Map<String, ExtractionPipeline> pipelines = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();

    private record Column(MetricSpec spec, ConfiguredMetric metric) {}

    private ScoringPlan() {}

    /**
     * Prepares what a benchmark asks for.
     *
     * @throws DefinitionException naming the filter, metric or parameter that does not fit
     */
    public static ScoringPlan of(List<PipelineSpec> pipelines, List<MetricSpec> metrics) {
        ScoringPlan plan = new ScoringPlan();
        for (PipelineSpec pipeline : pipelines) {
            List<Map<String, Object>> steps =
                    pipeline.steps().stream().map(ScoringPlan::definition).toList();
            plan.pipelines.put(pipeline.name(), ExtractionPipeline.parse(steps, "extract." + pipeline.name()));
        }
        MetricRegistry registry = MetricRegistry.standard();
        for (MetricSpec metric : metrics) {
            Map<String, Object> definition = new HashMap<>(metric.parameters());
            definition.put("name", metric.metric());
            plan.columns.add(new Column(metric, registry.create(definition, "metrics." + metric.label())));
        }
        return plan;
    }

    private static Map<String, Object> definition(StepSpec step) {
        Map<String, Object> definition = new HashMap<>(step.parameters());
        definition.put("name", step.filter());
        return definition;
    }

    /** The metrics' labels and ranges, in the order of the definition. */
    public List<MetricColumn> columns() {
        return columns.stream()
                .map(column -> new MetricColumn(
                        column.spec().label(),
                        column.metric().type().minimum(),
                        column.metric().type().maximum()))
                .toList();
    }

    /** Scores an answer. Never throws for whatever answer. */
    public SampleScores score(String answer, List<String> references, List<String> choices) {
        Map<String, String> extracted = new HashMap<>();
        ExtractionContext context = new ExtractionContext(choices);
        pipelines.forEach((name, pipeline) ->
                pipeline.apply(answer, context).value().ifPresent(found -> extracted.put(name, found)));
        Sample sample = new Sample(references, choices);
        Map<String, MetricScore> scores = new HashMap<>();
        for (Column column : columns) {
            boolean whole = column.metric().type().needs() == MetricType.Needs.ANSWER;
            String prediction = whole ? answer : extracted.get(column.spec().pipeline());
            Score score = column.metric().score(prediction, sample);
            score.asValue()
                    .ifPresent(value -> scores.put(column.spec().label(), new MetricScore(value, prediction != null)));
        }
        return new SampleScores(extracted, scores);
    }
}
