package dev.assay.contracts.spec;

import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.StepSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads {@code extract} and {@code metrics}, and checks their names. */
final class ScoringReader {

    private final Vocabulary vocabulary;

    ScoringReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reports filters, metrics and parameters that nobody knows. */
    void checkNames(View owner, Problems problems) {
        pipelineViews(owner.at("extract"))
                .flatMap(p -> p.items().stream())
                .forEach(step ->
                        checkUse(step, "filter", ScoringShape.FILTER_KEYS, List.of(), vocabulary.filters(), problems));
        for (View metric : owner.at("metrics").items()) {
            checkUse(
                    metric,
                    "metric",
                    ScoringShape.METRIC_KEYS,
                    List.of("pipeline", "label"),
                    vocabulary.metrics(),
                    problems);
        }
    }

    private static void checkUse(
            View use,
            String what,
            List<String> nameKeys,
            List<String> otherKeys,
            Map<String, List<String>> known,
            Problems problems) {
        List<String> given =
                nameKeys.stream().filter(k -> use.at(k).isPresent()).toList();
        if (use.isMapping() && given.size() != 1) {
            String example = use.entries().stream()
                    .map(View.Entry::key)
                    .filter(known::containsKey)
                    .findFirst()
                    .orElse("name");
            problems.add(
                    use.path(),
                    Objects.requireNonNull(use.node()),
                    given.isEmpty() ? "names no " + what : "names its " + what + " twice: " + String.join(", ", given),
                    "Write the name under one key: `{" + what + ": " + example + ", parameter: value}`.");
            return;
        }
        View name = use.isMapping() ? use.at(given.getFirst()) : use;
        name.text().ifPresent(text -> {
            List<String> parameters = known.get(text);
            if (parameters == null) {
                problems.add(
                        name.path(),
                        Objects.requireNonNull(name.node()),
                        "there is no " + what + " " + Quoted.quote(text),
                        NearestNames.remedy(text, known.keySet()));
            } else {
                List<String> besides = Stream.concat(
                                Stream.of(given.isEmpty() ? "" : given.getFirst()), otherKeys.stream())
                        .toList();
                checkParameters(use, what + " " + text, besides, parameters, problems);
            }
        });
    }

    private static void checkParameters(
            View use, String owner, List<String> besides, Collection<String> known, Problems problems) {
        for (View.Entry entry : use.entries()) {
            if (!besides.contains(entry.key()) && !known.contains(entry.key())) {
                problems.add(
                        entry.value().path(),
                        entry.source().keyPosition(),
                        "is not a parameter of the " + owner,
                        known.isEmpty() ? "It takes none." : NearestNames.remedy(entry.key(), known));
            }
        }
    }

    /** The lists of steps: one without a name, or several. */
    private static Stream<View> pipelineViews(View extract) {
        return extract.isList()
                ? Stream.of(extract)
                : extract.entries().stream().map(View.Entry::value);
    }

    /** Reads what has the right shape; absent parts stay unsaid. */
    Scoring read(View owner) {
        View extract = owner.at("extract");
        List<PipelineSpec> pipelines = extract.isList()
                ? List.of(pipeline(Scoring.DEFAULT_PIPELINE, extract))
                : extract.entries().stream()
                        .map(e -> pipeline(e.key(), e.value()))
                        .toList();
        return new Scoring(
                pipelines,
                owner.at("metrics").items().stream().map(ScoringReader::metric).toList());
    }

    private static PipelineSpec pipeline(String name, View steps) {
        return new PipelineSpec(
                name, steps.items().stream().map(ScoringReader::step).toList());
    }

    private static StepSpec step(View step) {
        View name = step.isMapping() ? step.atAny(ScoringShape.FILTER_KEYS) : step;
        return new StepSpec(name.text().orElse(""), parameters(step, ScoringShape.FILTER_KEYS));
    }

    private static MetricUse metric(View metric) {
        if (!metric.isMapping()) {
            return new MetricUse(metric.text().orElse(""), null, null, Map.of());
        }
        List<String> besides = Stream.concat(ScoringShape.METRIC_KEYS.stream(), Stream.of("pipeline", "label"))
                .toList();
        return new MetricUse(
                metric.atAny(ScoringShape.METRIC_KEYS).text().orElse(""),
                metric.at("pipeline").text().orElse(null),
                metric.at("label").text().orElse(null),
                parameters(metric, besides));
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
