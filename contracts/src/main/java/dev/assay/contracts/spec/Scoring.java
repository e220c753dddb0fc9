package dev.assay.contracts.spec;

import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.StepSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How answers become scores, as far as somebody said it.
 *
 * @param pipelines how the answer is extracted; empty: not said
 * @param metrics what is computed from it; empty: not said
 */
public record Scoring(List<PipelineSpec> pipelines, List<MetricUse> metrics) {

    /** The name of a pipeline that was given without one. */
    public static final String DEFAULT_PIPELINE = "default";

    /** Nothing was said. */
    public static final Scoring NONE = new Scoring(List.of(), List.of());

    /** What holds if nobody says otherwise: the stripped answer has to be the reference, exactly. */
    public static final Scoring DEFAULT = new Scoring(
            List.of(new PipelineSpec(DEFAULT_PIPELINE, List.of(new StepSpec("strip", Map.of())))),
            List.of(new MetricUse("exact_match", null, null, Map.of())));

    /** What holds if nobody says otherwise where choices are judged. */
    private static final Scoring OF_CHOICES = new Scoring(
            List.of(new PipelineSpec(DEFAULT_PIPELINE, List.of(new StepSpec("most_likely", Map.of())))),
            List.of(new MetricUse("acc", null, null, Map.of()), new MetricUse("acc_norm", null, null, Map.of())));

    /** What holds if nobody says otherwise where texts are judged. */
    private static final Scoring OF_TEXTS = new Scoring(
            List.of(new PipelineSpec(DEFAULT_PIPELINE, List.of(new StepSpec("log_likelihood", Map.of())))),
            List.of(
                    new MetricUse("word_perplexity", null, null, Map.of()),
                    new MetricUse("byte_perplexity", null, null, Map.of()),
                    new MetricUse("bits_per_byte", null, null, Map.of())));

    public Scoring {
        pipelines = List.copyOf(pipelines);
        metrics = List.copyOf(metrics);
    }

    /** What holds for a benchmark that says nothing. */
    static Scoring defaultOf(Optional<LikelihoodSpec.Mode> mode) {
        return mode.map(judged -> switch (judged) {
                    case LOGLIKELIHOOD -> OF_CHOICES;
                    case PERPLEXITY -> OF_TEXTS;
                    case UNKNOWN -> DEFAULT;
                })
                .orElse(DEFAULT);
    }

    /** What a finished definition says. */
    public static Scoring of(BenchmarkDefinition benchmark) {
        return new Scoring(
                benchmark.pipelines(),
                benchmark.metrics().stream()
                        .map(m -> new MetricUse(m.metric(), m.pipeline(), m.label(), m.parameters(), m.repeats()))
                        .toList());
    }

    /**
     * This where it says something, else the other. Metrics that come from the other apply to all pipelines if those are
     * this one's, as they cannot know their names.
     */
    public Scoring over(Scoring other) {
        if (pipelines.isEmpty()) {
            return new Scoring(other.pipelines, metrics.isEmpty() ? other.metrics : metrics);
        }
        List<MetricUse> inherited = other.metrics.stream()
                .map(MetricUse::overAnyPipeline)
                .distinct()
                .toList();
        return new Scoring(pipelines, metrics.isEmpty() ? inherited : metrics);
    }

    /** Metrics by pipeline, or what stands against it. */
    public sealed interface Resolution {

        /** Each metric with its pipeline and a label of its own. */
        record Resolved(List<MetricSpec> metrics) implements Resolution {}

        /** Something does not fit together. */
        record Unresolved(List<Misfit> misfits) implements Resolution {}
    }

    /**
     * Why a metric cannot be used.
     *
     * @param metric its position among {@link #metrics()}
     * @param key the key that is wrong: {@code pipeline} or {@code label}
     * @param message a clause
     * @param remedy a sentence
     */
    public record Misfit(int metric, String key, String message, String remedy) {}

    /**
     * Gives every metric its pipeline and label. A metric without a pipeline applies to each. With one pipeline the label
     * is the author's or the metric's name; with several, {@code @} and the pipeline's name follow it.
     */
    public Resolution resolve() {
        List<MetricSpec> specs = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        Map<String, Integer> firstByLabel = new HashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            List<MetricSpec> applied = apply(metrics.get(i));
            if (applied.isEmpty()) {
                misfits.add(unknownPipeline(i));
            }
            for (MetricSpec spec : applied) {
                Integer first = firstByLabel.putIfAbsent(spec.label(), i);
                if (first == null) {
                    specs.add(spec);
                } else {
                    misfits.add(sameLabel(i, first, spec.label()));
                }
            }
        }
        return misfits.isEmpty() ? new Resolution.Resolved(specs) : new Resolution.Unresolved(misfits);
    }

    private List<MetricSpec> apply(MetricUse use) {
        return pipelines.stream()
                .map(PipelineSpec::name)
                .filter(p -> use.pipeline() == null || use.pipeline().equals(p))
                .map(p -> new MetricSpec(label(use, p), use.metric(), p, use.parameters(), use.repeats()))
                .toList();
    }

    /** A label that was given for one pipeline is used as it is. */
    private String label(MetricUse use, String pipeline) {
        boolean own = use.label() != null && use.pipeline() != null;
        return pipelines.size() == 1 || own ? use.name() : use.name() + "@" + pipeline;
    }

    private Misfit unknownPipeline(int metric) {
        String wanted = String.valueOf(metrics.get(metric).pipeline());
        return new Misfit(
                metric,
                "pipeline",
                "there is no extraction pipeline " + Quoted.quote(wanted),
                NearestNames.remedy(
                        wanted, pipelines.stream().map(PipelineSpec::name).toList()));
    }

    private static Misfit sameLabel(int metric, int first, String label) {
        return new Misfit(
                metric,
                "label",
                "gives the same score name as metrics[" + first + "], " + Quoted.quote(label),
                "Give one of the two a label: `{metric: …, label: another_name}`.");
    }
}
