package dev.assay.contracts.spec;

import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.StepSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads {@code extract} and {@code metrics}. What has another form than it should is skipped: it was reported. */
final class ScoringReader {

    private static final List<String> NO_METRIC_PARAMETERS = Stream.concat(
                    ScoringShape.METRIC_KEYS.stream(), ScoringShape.OTHER_METRIC_KEYS.stream())
            .toList();

    private ScoringReader() {}

    /** @param owner a run or a benchmark */
    static Scoring read(View owner) {
        View extract = owner.at("extract");
        List<PipelineSpec> pipelines = extract.isMapping()
                ? extract.entries().stream()
                        .map(e -> pipeline(e.key(), e.value()))
                        .toList()
                : extract.isPresent() ? List.of(pipeline(Scoring.DEFAULT_PIPELINE, extract)) : List.of();
        return new Scoring(
                pipelines,
                owner.at("metrics").oneOrMore().stream()
                        .map(ScoringReader::metric)
                        .toList());
    }

    /** The lists of steps: one without a name, or several. */
    static Stream<View> pipelines(View extract) {
        return extract.isMapping() ? extract.entries().stream().map(View.Entry::value) : Stream.of(extract);
    }

    private static PipelineSpec pipeline(String name, View steps) {
        return new PipelineSpec(
                name, steps.oneOrMore().stream().map(ScoringReader::step).toList());
    }

    private static StepSpec step(View step) {
        View name = step.isMapping() ? step.atAny(ScoringShape.FILTER_KEYS) : step;
        return new StepSpec(name.text().orElse(""), parameters(step, ScoringShape.FILTER_KEYS));
    }

    private static MetricUse metric(View metric) {
        View name = metric.isMapping() ? metric.atAny(ScoringShape.METRIC_KEYS) : metric;
        return new MetricUse(
                name.text().orElse(""),
                metric.at("pipeline").text().orElse(null),
                metric.at("label").text().orElse(null),
                parameters(metric, NO_METRIC_PARAMETERS),
                metric.at("repeats").text().orElse(null));
    }

    private static Map<String, Object> parameters(View use, List<String> besides) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (View.Entry entry : use.entries()) {
            if (!besides.contains(entry.key())) {
                parameters.put(entry.key(), Objects.requireNonNull(entry.value().plain()));
            }
        }
        return parameters;
    }
}
