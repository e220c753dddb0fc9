package dev.assay.gateway.runs;

import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.spec.RunSpec;
import dev.assay.contracts.spec.SpecPath;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.metric.MetricRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes each metric of a run once, as the scorer will: only then it shows that a parameter makes no sense, or that an optional
 * module is missing.
 */
final class MetricCheck {

    private static final MetricRegistry METRICS = MetricRegistry.standard();

    static final String REMEDY = "Change the metric, or leave it out.";

    private MetricCheck() {}

    /** Adds what is wrong to the findings, at the place where the metrics stand. */
    static void check(RunSpec spec, BenchmarkDefinition benchmark, SpecFindings findings) {
        SpecPath place =
                spec.scoring().metrics().isEmpty() ? SpecPath.of("benchmark").key("metrics") : SpecPath.of("metrics");
        problems(benchmark.metrics()).forEach(problem -> findings.add(place, problem, REMEDY));
    }

    /** What is wrong, for people. */
    static List<String> problems(List<MetricSpec> metrics) {
        List<String> problems = new ArrayList<>();
        for (MetricSpec metric : metrics) {
            try {
                METRICS.create(new Definition("", metric.metric(), metric.parameters()));
            } catch (DefinitionException e) {
                problems.add(metric.label() + ": " + (e.path().isEmpty() ? "" : e.path() + ": ") + e.problem());
            }
        }
        return problems;
    }
}
