package dev.assay.scorer.outcome;

import dev.assay.contracts.event.VariantAggregate;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.scorer.scoring.ScoringPlan;
import dev.assay.scoring.aggregate.MetricScore;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.robustness.VariantComparison;
import dev.assay.scoring.robustness.VariantComparison.Found;
import dev.assay.scoring.statistics.ExactSum;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the forms in which items were asked, metric by metric. Outcomes come ordered by model, item and repeat; only the
 * current item is held. An item's repeats are averaged within a form. Not thread-safe.
 */
final class VariantFold {

    private static final double CONFIDENCE = 0.95;

    private final RunDefinition run;
    private final List<ScoringPlan.Comparable> metrics;
    private final int forms;
    private final List<List<VariantComparison>> comparisons = new ArrayList<>();
    private final List<VariantAggregate> finished = new ArrayList<>();
    private final ExactSum[][] sums;
    private final int[][] counts;
    private final @Nullable StoredOutcome[] first;
    private final long[] asked;
    private @Nullable TaskId current;

    VariantFold(RunDefinition run, ScoringPlan plan) {
        this.run = run;
        this.metrics = plan.comparable();
        this.forms = run.variants().size();
        this.sums = new ExactSum[forms + 1][metrics.size()];
        for (ExactSum[] ofForm : sums) {
            Arrays.setAll(ofForm, metric -> new ExactSum());
        }
        this.counts = new int[forms + 1][metrics.size()];
        this.first = new @Nullable StoredOutcome[forms + 1];
        this.asked = new long[forms + 1];
        begin();
    }

    /** Of each metric one for each form, and one for the worst of all. */
    private void begin() {
        comparisons.clear();
        for (ScoringPlan.Comparable metric : metrics) {
            List<VariantComparison> ofMetric = new ArrayList<>();
            for (int form = 0; form <= forms; form++) {
                ofMetric.add(new VariantComparison(
                        metric.lowerIsBetter() ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER));
            }
            comparisons.add(ofMetric);
        }
        Arrays.fill(asked, 0);
    }

    void add(StoredOutcome outcome) {
        TaskId task = outcome.task();
        TaskId before = current;
        if (before != null && (before.model() != task.model() || before.item() != task.item())) {
            closeItem();
            if (before.model() != task.model()) {
                closeModel(before.model());
            }
        }
        current = task;
        int form = task.repeat() / run.repeats();
        asked[form]++;
        if (outcome.scores() != null) {
            if (first[form] == null) {
                first[form] = outcome;
            }
            for (int m = 0; m < metrics.size(); m++) {
                @Nullable
                MetricScore score = outcome.scores().scores().get(metrics.get(m).label());
                if (score != null) {
                    sums[form][m].add(score.value());
                    counts[form][m]++;
                }
            }
        }
    }

    /** What was found, by model, metric and form; the worst of all forms comes first. */
    List<VariantAggregate> whole() {
        TaskId last = current;
        if (last != null) {
            closeItem();
            closeModel(last.model());
            current = null;
        }
        return List.copyOf(finished);
    }

    private void closeItem() {
        for (int m = 0; m < metrics.size(); m++) {
            if (counts[0][m] > 0) {
                compare(m, sums[0][m].dividedBy(counts[0][m]));
            }
        }
        for (int form = 0; form <= forms; form++) {
            for (ExactSum sum : sums[form]) {
                sum.clear();
            }
            Arrays.fill(counts[form], 0);
            first[form] = null;
        }
    }

    private void compare(int m, double original) {
        VariantComparison all = comparisons.get(m).get(0);
        double worst = original;
        boolean any = false;
        boolean changed = false;
        for (int form = 1; form <= forms; form++) {
            if (counts[form][m] > 0) {
                double value = sums[form][m].dividedBy(counts[form][m]);
                boolean other = !Objects.equals(answer(0, m), answer(form, m));
                comparisons.get(m).get(form).add(original, value, other);
                worst = all.worse(worst, value);
                changed |= other;
                any = true;
            }
        }
        if (any) {
            all.add(original, worst, changed);
        }
    }

    private @Nullable String answer(int form, int m) {
        StoredOutcome outcome = first[form];
        return outcome == null || outcome.scores() == null
                ? null
                : outcome.scores().extracted().get(metrics.get(m).pipeline());
    }

    private void closeModel(int model) {
        for (int m = 0; m < metrics.size(); m++) {
            for (int form = 0; form <= forms; form++) {
                Optional<Found> found = comparisons.get(m).get(form).found(CONFIDENCE);
                if (found.isPresent()) {
                    finished.add(aggregate(model, m, form, found.get()));
                }
            }
        }
        begin();
    }

    private VariantAggregate aggregate(int model, int m, int form, Found found) {
        return new VariantAggregate(
                run.models().get(model).id(),
                form == 0 ? null : run.variants().get(form - 1).label(),
                metrics.get(m).label(),
                found.items(),
                asked[form],
                found.original(),
                found.value(),
                found.difference(),
                found.interval().map(Interval::low).orElse(null),
                found.interval().map(Interval::high).orElse(null),
                found.changed(),
                found.better(),
                found.worse());
    }
}
