package dev.assay.scoring.metric;

import dev.assay.scoring.classification.ClassificationMetrics;
import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.edit.EditMetrics;
import dev.assay.scoring.helm.HelmMetrics;
import dev.assay.scoring.inspect.InspectMetrics;
import dev.assay.scoring.instruction.InstructionMetrics;
import dev.assay.scoring.likelihood.LikelihoodMetrics;
import dev.assay.scoring.mathematics.MathematicsMetrics;
import dev.assay.scoring.question.QuestionMetrics;
import dev.assay.scoring.similarity.EmbeddingSimilarity;
import dev.assay.scoring.speech.SpeechMetrics;
import dev.assay.scoring.summary.SummaryMetrics;
import dev.assay.scoring.translation.TranslationMetrics;
import java.util.List;
import java.util.stream.Stream;

/** The metrics by name. Immutable. */
public final class MetricRegistry {

    private final List<MetricType> types;

    private MetricRegistry(List<MetricType> types) {
        this.types = List.copyOf(types);
    }

    /** All metrics of this version. */
    public static MetricRegistry standard() {
        return new MetricRegistry(Stream.of(
                        MatchMetrics.types(),
                        QuestionMetrics.types(),
                        MathematicsMetrics.types(),
                        HelmMetrics.types(),
                        InspectMetrics.types(),
                        TranslationMetrics.types(),
                        SpeechMetrics.types(),
                        EditMetrics.types(),
                        SummaryMetrics.types(),
                        InstructionMetrics.types(),
                        ClassificationMetrics.types(),
                        LikelihoodMetrics.types(),
                        EmbeddingSimilarity.types())
                .flatMap(List::stream)
                .toList());
    }

    public List<MetricType> types() {
        return types;
    }

    /**
     * Makes a metric.
     *
     * @throws DefinitionException if the name or a parameter is unknown or does not fit
     */
    public ConfiguredMetric create(Definition definition) {
        MetricType type = types.stream()
                .filter(t -> t.name().equals(definition.name()))
                .findFirst()
                .orElseThrow(() -> DefinitionException.unknown(
                        definition.path(),
                        "metric",
                        definition.name(),
                        types.stream().map(MetricType::name).toList()));
        Arguments arguments = Arguments.check(definition, "metric", type.parameters());
        return new ConfiguredMetric(type, type.factory().apply(arguments));
    }

    /**
     * Makes a metric from a parsed YAML or JSON value: its name, or a map with name and parameters.
     *
     * @param path where it stands, for messages
     * @throws DefinitionException if the name or a parameter is unknown or does not fit
     */
    public ConfiguredMetric create(Object written, String path) {
        return create(Definition.parse(written, path));
    }
}
