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
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.repeats.RepeatFold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pipelines and metrics of a run, ready to score. Immutable and thread-safe. */
public final class ScoringPlan {

    private final Map<String, ExtractionPipeline> pipelines = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();

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
            plan.columns.add(Column.of(metric, registry.create(definition, "metrics." + metric.label())));
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
                        column.type().minimum(),
                        column.type().maximum(),
                        column.set(),
                        column.fold()))
                .toList();
    }

    /** The labels of metrics of which less is better. */
    public Set<String> lowerIsBetter() {
        return columns.stream()
                .filter(column -> column.type().direction() == MetricType.Direction.LOWER_IS_BETTER)
                .map(column -> column.spec().label())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A metric whose items can be compared one by one.
     *
     * @param pipeline whose result it scores
     */
    public record Comparable(String label, String pipeline, boolean lowerIsBetter) {}

    /** The metrics that are means over items, each item's repeats averaged. */
    public List<Comparable> comparable() {
        Set<String> lower = lowerIsBetter();
        return columns.stream()
                .filter(column -> column.set() == null && column.fold() instanceof RepeatFold.Mean)
                .map(column -> new Comparable(
                        column.spec().label(),
                        column.spec().pipeline(),
                        lower.contains(column.spec().label())))
                .toList();
    }

    /** Whether more than scores is aggregated: then samples are read with their answers, and get their {@link #evidence}. */
    public boolean needsEvidence() {
        return columns.stream()
                .anyMatch(column -> column.set() != null || column.fold().needsAnswers());
    }

    /** Scores an answer. Never throws for whatever answer and item: what a metric cannot score has a reason instead. */
    public SampleScores score(String answer, List<String> references, List<String> choices) {
        Map<String, String> extracted = new HashMap<>();
        ExtractionContext context = new ExtractionContext(choices);
        pipelines.forEach((name, pipeline) ->
                pipeline.apply(answer, context).value().ifPresent(found -> extracted.put(name, found)));
        Sample sample = new Sample(references, choices);
        Map<String, MetricScore> scores = new HashMap<>();
        Map<String, String> unscored = new HashMap<>();
        for (Column column : columns) {
            String prediction = column.prediction(answer, extracted);
            switch (column.score(prediction, sample)) {
                case Score.Value found ->
                    scores.put(column.spec().label(), new MetricScore(found.value(), prediction != null));
                case Score.Unscorable none -> unscored.put(column.spec().label(), none.reason());
            }
        }
        return evidence(new SampleScores(extracted, scores, unscored), answer, sample);
    }

    /** Adds to a sample's scores what sets and folds of repeats need besides, which is not stored with them. */
    public SampleScores evidence(SampleScores scored, String answer, List<String> references, List<String> choices) {
        return needsEvidence() ? evidence(scored, answer, new Sample(references, choices)) : scored;
    }

    private SampleScores evidence(SampleScores scored, String answer, Sample sample) {
        Map<String, MetricScore> scores = new HashMap<>(scored.scores());
        Map<String, String> unscored = new HashMap<>(scored.unscored());
        for (Column column : columns) {
            String label = column.spec().label();
            MetricScore score = scores.get(label);
            CorpusMetric set = column.set();
            if (score != null && column.fold().needsAnswers()) {
                scores.put(label, score.withAnswer(column.prediction(answer, scored.extracted())));
            } else if (score != null && set != null) {
                try {
                    scores.put(
                            label,
                            score.withEvidence(set.evidence(column.prediction(answer, scored.extracted()), sample)));
                } catch (CorpusMetric.UnscorableException e) {
                    scores.remove(label);
                    unscored.put(label, String.valueOf(e.getMessage()));
                } catch (RuntimeException e) {
                    scores.remove(label);
                    unscored.put(label, broken(e));
                }
            }
        }
        return new SampleScores(scored.extracted(), scores, unscored);
    }

    /** The exception's own message may quote the answer, which is nobody's business in a log or a report. */
    private static String broken(RuntimeException e) {
        return "the metric failed: " + e.getClass().getSimpleName();
    }

    private record Column(MetricSpec spec, ConfiguredMetric metric, RepeatFold fold) {

        static Column of(MetricSpec spec, ConfiguredMetric metric) {
            String name = spec.repeats() == null ? "mean" : spec.repeats();
            RepeatFold fold = RepeatFold.parse(name)
                    .orElseThrow(() -> DefinitionException.at(
                            "metrics." + spec.label() + ".repeats", "there is no fold of repeats '" + name + "'"));
            MetricType type = metric.type();
            boolean unit = type.isUnit() && !(metric.metric() instanceof CorpusMetric);
            if (!unit && !(fold instanceof RepeatFold.Mean)) {
                throw DefinitionException.at(
                        "metrics." + spec.label() + ".repeats", type.name() + " has no scores from 0 to 1, the best");
            }
            return new Column(spec, metric, fold);
        }

        MetricType type() {
            return metric.type();
        }

        @Nullable
        CorpusMetric set() {
            return metric.metric() instanceof CorpusMetric set ? set : null;
        }

        @Nullable
        String prediction(String answer, Map<String, String> extracted) {
            return type().needs() == MetricType.Needs.ANSWER ? answer : extracted.get(spec.pipeline());
        }

        Score score(@Nullable String prediction, Sample sample) {
            try {
                return metric.score(prediction, sample);
            } catch (RuntimeException e) {
                return new Score.Unscorable(broken(e));
            }
        }
    }
}
