package dev.assay.contracts.spec;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import java.util.List;
import java.util.Optional;

/** Completes a run spec with what the installation knows. Pure functions. */
public final class Definitions {

    private Definitions() {}

    /** The benchmark that the run brings along, over its data once that is stored. */
    public static BenchmarkDefinition custom(RunSpec spec, BenchmarkSpec.Custom benchmark, DatasetRef dataset) {
        Scoring scoring = spec.scoring()
                .over(benchmark.scoring())
                .over(Scoring.defaultOf(
                        Optional.ofNullable(benchmark.likelihood()).map(LikelihoodSpec::mode)));
        return new BenchmarkDefinition(
                benchmark.name(),
                benchmark.version(),
                dataset,
                benchmark.prompt(),
                benchmark.target(),
                benchmark.choices(),
                benchmark.category(),
                scoring.pipelines(),
                metricsOf(scoring),
                benchmark.likelihood(),
                benchmark.subgroups());
    }

    private static List<MetricSpec> metricsOf(Scoring scoring) {
        return switch (scoring.resolve()) {
            case Scoring.Resolution.Resolved resolved -> resolved.metrics();
            case Scoring.Resolution.Unresolved unresolved ->
                throw new IllegalArgumentException("the spec was not checked: " + unresolved.misfits());
        };
    }

    /** A built-in benchmark with the extraction and metrics that the run wants, if these fit it. */
    public static Parsed<BenchmarkDefinition> builtIn(Parsed.Valid<RunSpec> run, BenchmarkDefinition known) {
        List<SpecProblem> misplaced = LikelihoodSense.misplaced(run.document(), known.likelihood());
        if (!misplaced.isEmpty()) {
            return new Parsed.Invalid<>(run.document().source(), misplaced);
        }
        Scoring own = run.value().scoring();
        if (own.equals(Scoring.NONE)) {
            return new Parsed.Valid<>(known, run.document());
        }
        Scoring scoring = own.over(Scoring.of(known));
        return switch (scoring.resolve()) {
            case Scoring.Resolution.Unresolved unresolved ->
                new Parsed.Invalid<>(
                        run.document().source(),
                        unresolved.misfits().stream()
                                .map(m -> problem(m, run.document()))
                                .toList());
            case Scoring.Resolution.Resolved resolved ->
                new Parsed.Valid<>(with(known, scoring, resolved.metrics()), run.document());
        };
    }

    private static SpecProblem problem(Scoring.Misfit misfit, SpecDocument document) {
        SpecPath place = ScoringFit.placeOf(misfit, View.of(document.root())).path();
        return document.problem(place, misfit.message(), misfit.remedy());
    }

    private static BenchmarkDefinition with(BenchmarkDefinition known, Scoring scoring, List<MetricSpec> metrics) {
        return new BenchmarkDefinition(
                known.name(),
                known.version(),
                known.dataset(),
                known.prompt(),
                known.target(),
                known.choices(),
                known.category(),
                scoring.pipelines(),
                metrics,
                known.likelihood(),
                known.subgroups());
    }

    /** The complete run. A limit above the dataset's size means all of it. */
    public static RunDefinition run(
            RunSpec spec,
            RunId id,
            GroupId group,
            BenchmarkDefinition benchmark,
            List<ModelUse> models,
            List<JudgeUse> judges,
            PriceBookVersion priceBook) {
        Integer limit = spec.limit();
        int size = benchmark.dataset().items();
        return new RunDefinition(
                id,
                group,
                spec.name(),
                benchmark,
                models,
                limit == null ? size : Math.min(limit, size),
                spec.repeats(),
                spec.seed(),
                spec.budget(),
                priceBook,
                spec.attempts(),
                spec.tags(),
                spec.stop() == null
                        ? null
                        : spec.stop().about(benchmark.metrics().getFirst().label()),
                judges,
                spec.variants());
    }
}
