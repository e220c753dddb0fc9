package dev.assay.gateway.results;

import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import java.util.List;

/** What a revision of a run's scores rests on: the benchmark's own pipelines and metrics, or later ones. */
public record Scoring(List<PipelineSpec> pipelines, List<MetricSpec> metrics) {

    public Scoring {
        pipelines = List.copyOf(pipelines);
        metrics = List.copyOf(metrics);
    }

    static Scoring of(RunEvent.RescoreRequested rescore) {
        return new Scoring(rescore.pipelines(), rescore.metrics());
    }

    public static Scoring of(BenchmarkDefinition benchmark) {
        return new Scoring(benchmark.pipelines(), benchmark.metrics());
    }
}
