package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Position;
import java.util.List;
import java.util.Objects;

/** Checks that metrics and pipelines fit together, as far as the spec alone can say. */
final class ScoringFit {

    private final Problems problems;

    ScoringFit(Problems problems) {
        this.problems = problems;
    }

    void check(View run) {
        View benchmark = run.at("benchmark");
        Scoring own = ScoringReader.read(run);
        if (!benchmark.isMapping()) {
            // Metrics alone may name pipelines that only the built-in benchmark's definition knows.
            if (!own.pipelines().isEmpty()) {
                report(own.over(Scoring.DEFAULT), run);
            }
            return;
        }
        Scoring theirs = ScoringReader.read(benchmark);
        Scoring usual = Scoring.defaultOf(LikelihoodSense.mode(benchmark));
        int before = problems.count();
        report(theirs.over(usual), benchmark);
        if (problems.count() == before && !own.equals(Scoring.NONE)) {
            report(own.over(theirs).over(usual), run);
        }
    }

    /** @param owner the run or benchmark whose metrics these are, or whose extraction brought them about */
    private void report(Scoring scoring, View owner) {
        List<Scoring.Misfit> misfits = switch (scoring.resolve()) {
            case Scoring.Resolution.Resolved resolved -> List.of();
            case Scoring.Resolution.Unresolved unresolved -> unresolved.misfits();
        };
        for (Scoring.Misfit misfit : misfits) {
            // A metric without a name was reported as such.
            if (!scoring.metrics().get(misfit.metric()).metric().isEmpty()) {
                View at = placeOf(misfit, owner);
                Position position = Objects.requireNonNull(at.node()).position();
                problems.add(at.path(), position, misfit.message(), misfit.remedy());
            }
        }
    }

    /** The key that is wrong, else the metric, else the extraction. */
    static View placeOf(Scoring.Misfit misfit, View owner) {
        List<View> metrics = owner.at("metrics").oneOrMore();
        if (misfit.metric() >= metrics.size()) {
            return owner.at("extract").isPresent() ? owner.at("extract") : owner;
        }
        View metric = metrics.get(misfit.metric());
        return metric.at(misfit.key()).isPresent() ? metric.at(misfit.key()) : metric;
    }
}
