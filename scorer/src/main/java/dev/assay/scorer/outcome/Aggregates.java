package dev.assay.scorer.outcome;

import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.VariantAggregate;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.scorer.scoring.ScoringPlan;
import dev.assay.scoring.aggregate.Aggregate;
import dev.assay.scoring.aggregate.Bounds;
import dev.assay.scoring.aggregate.MetricColumn;
import dev.assay.scoring.aggregate.OutcomeKind;
import dev.assay.scoring.aggregate.RunAggregation;
import dev.assay.scoring.aggregate.SampleRow;
import dev.assay.scoring.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run's aggregates: folds outcomes, and adds the samples that were never tried. */
final class Aggregates {

    private static final double CONFIDENCE = 0.95;
    /** Places of items that no dataset has. */
    private static final long BEYOND = 1L << 40;

    private final RunDefinition run;
    private final List<MetricColumn> columns;
    private final Set<String> lowerIsBetter;
    private final RunAggregation fold;
    private final RunDecisions.Counted counted;
    private final long[] seen;
    private final @Nullable VariantFold variants;

    private Aggregates(
            RunDefinition run,
            ScoringPlan plan,
            List<MetricColumn> columns,
            RunDecisions.Counted counted,
            RunAggregation fold,
            @Nullable VariantFold variants) {
        this.run = run;
        this.columns = columns;
        this.lowerIsBetter = plan.lowerIsBetter();
        this.fold = fold;
        this.counted = counted;
        this.seen = new long[run.models().size()];
        this.variants = variants;
    }

    /** While a run goes on outcomes come in any order, so repeats count as items of their own. */
    static Aggregates live(RunDefinition run, ScoringPlan plan) {
        // Grades come later than the samples, and are aggregated when all are in.
        RunAggregation fold = RunAggregation.live(plan.columns(), CONFIDENCE);
        return new Aggregates(run, plan, plan.columns(), RunDecisions.NONE.counted(run), fold, null);
    }

    /** Of a run that is over. Items beyond those that its answers rest on do not count: which came in is chance. */
    static Aggregates whole(RunDefinition run, ScoringPlan plan, RunDecisions decisions) {
        List<MetricColumn> columns = withGrades(plan.columns(), run);
        RunAggregation fold = new RunAggregation(columns, run.repeats(), CONFIDENCE);
        @Nullable VariantFold variants = run.variants().isEmpty() ? null : new VariantFold(run, plan);
        return new Aggregates(run, plan, columns, decisions.counted(run), fold, variants);
    }

    private static List<MetricColumn> withGrades(List<MetricColumn> metrics, RunDefinition run) {
        List<MetricColumn> columns = new ArrayList<>(metrics);
        for (JudgeUse judge : run.judges()) {
            judge.labels().forEach(label -> columns.add(new MetricColumn(label, judge.minimum(), judge.maximum())));
        }
        return columns;
    }

    /** Other forms of an item are compared with it, and count for nothing else. */
    void add(StoredOutcome outcome) {
        if (variants != null) {
            variants.add(outcome);
        }
        if (run.variantOf(outcome.task()).isPresent() || !counted.contains(outcome)) {
            return;
        }
        int model = outcome.task().model();
        // Rows come ordered by model: the samples of the one before that have no row are known now.
        seen[model]++;
        fold.add(outcome.row());
    }

    /** Aggregates of the outcomes so far. */
    List<MetricAggregate> soFar() {
        return fold.aggregates().stream().map(this::event).toList();
    }

    /** Aggregates of the whole run: samples without an outcome count as cancelled. */
    List<MetricAggregate> whole() {
        RunAggregation untried = new RunAggregation(columns, run.repeats(), CONFIDENCE);
        for (int model = 0; model < seen.length; model++) {
            for (long i = seen[model]; i < counted.samples(model); i++) {
                untried.add(new SampleRow(model, null, BEYOND + i, 0, OutcomeKind.CANCELLED, Map.of()));
            }
        }
        fold.add(untried);
        return soFar();
    }

    /** What other forms of the items did; empty while the run goes on. */
    List<VariantAggregate> variants() {
        return variants == null ? List.of() : variants.whole();
    }

    private MetricAggregate event(Aggregate aggregate) {
        @Nullable Estimate estimate = aggregate.estimate();
        @Nullable Bounds bounds = aggregate.bounds();
        long unscored = aggregate.samples().answered() - aggregate.scored();
        ModelId model = run.models().get(aggregate.model()).id();
        return new MetricAggregate(
                model,
                aggregate.category(),
                aggregate.metric(),
                aggregate.samples().total(),
                aggregate.samples().answered(),
                aggregate.samples().refused(),
                aggregate.samples().failed(),
                aggregate.unextracted(),
                aggregate.coverage(),
                estimate == null ? null : estimate.mean(),
                estimate == null ? null : estimate.low(),
                estimate == null ? null : estimate.high(),
                estimate == null || estimate.low() == null ? null : estimate.intervalName(),
                bounds == null ? null : bounds.low(),
                bounds == null ? null : bounds.high(),
                unscored == 0 ? null : unscored,
                lowerIsBetter.contains(aggregate.metric()) ? true : null);
    }
}
