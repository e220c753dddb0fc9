package dev.assay.gateway.comparison;

import dev.assay.contracts.run.MetricSpec;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.MetricRegistry;

/** Tells metrics of sets of samples from those that are means of samples' scores. */
final class SetMetrics {

    private static final MetricRegistry REGISTRY = MetricRegistry.standard();

    private SetMetrics() {}

    static boolean isOne(MetricSpec spec) {
        try {
            return REGISTRY.create(new Definition("metric", spec.metric(), spec.parameters()))
                            .metric()
                    instanceof CorpusMetric;
        } catch (DefinitionException e) {
            // A score of another version, whose metric this one does not know: what is stored is all there is.
            return false;
        }
    }
}
