package dev.assay.orchestrator.run;

import dev.assay.contracts.event.ProviderWait;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.StopRule;
import dev.assay.orchestrator.plan.SampleOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run that is not over, in memory. Touched by one thread only. */
final class ActiveRun {

    /** Samples that a model may be ahead of one that it is compared with; more than a turn of the loop can use. */
    private static final int LEAD = 64;

    final RunDefinition definition;
    final ContentHash manifest;
    final SampleOrder order;
    final Instant createdAt;
    final List<Lane> lanes = new ArrayList<>();
    RunState state;

    @Nullable
    RunState ending;

    @Nullable
    String reason;

    long calls;
    int revision;
    boolean scored;
    boolean charged;
    Spent spent;

    /** Null unless there are judges and a budget. */
    @Nullable
    final JudgePrices judgePrices;

    /** What was last said of models that wait for their providers. */
    List<ProviderWait> waits = List.of();

    /** Whether the scorer was told that all samples are settled, and whether it has said that it wants no more judged. */
    boolean samplesTold;

    boolean allWanted;

    ActiveRun(RunRow row) {
        this.definition = row.definition();
        this.manifest = row.manifest();
        this.order = SampleOrder.of(row.definition());
        this.createdAt = row.createdAt();
        this.state = row.state();
        this.ending = row.ending();
        this.reason = row.reason();
        this.calls = row.calls();
        this.revision = row.revision();
        this.scored = row.scored();
        this.charged = row.charged();
        this.spent = row.spent();
        this.judgePrices =
                row.definition().budget() == null || row.definition().judges().isEmpty()
                        ? null
                        : new JudgePrices(row.definition());
    }

    /** Whether nothing can be added to it any more. */
    boolean isClosed() {
        return state == RunState.FINISHING || state.isFinal();
    }

    boolean mayDispatch() {
        return state == RunState.RUNNING && ending == null;
    }

    /** Whether it is not known yet that a lane's provider can judge texts, so that one call has to find out. */
    boolean mustProbe(Lane lane) {
        return definition.benchmark().likelihood() != null && !lane.judgement && lane.answered == 0;
    }

    /** How many calls may begin before the budget could be exceeded. */
    long affordable() {
        Money budget = definition.budget();
        return budget == null ? Long.MAX_VALUE : known().affordable(budget.amount(), begun());
    }

    /** Why the run cannot go on within its budget, or null if it can. */
    @Nullable
    String overBudget() {
        Money budget = definition.budget();
        Spent spent = known();
        if (budget == null || !spent.exhausts(budget.amount(), begun())) {
            return null;
        }
        return "The budget of " + budget + " is used up: " + new Money(budget.currency(), spent.total())
                + " are spent, and another call may cost " + new Money(budget.currency(), spent.dearest())
                + ". Raise the budget and submit the run again.";
    }

    private Spent known() {
        return judgePrices == null ? spent : spent.withDearest(judgePrices.dearest());
    }

    private long begun() {
        return calls + lanes.stream().mapToLong(lane -> lane.onTheirWay).sum();
    }

    boolean allSettled() {
        boolean nothingComes = definition.judges().isEmpty() || allWanted || ending != null;
        return nothingComes && lanes.stream().allMatch(Lane::isDone);
    }

    boolean samplesSettled() {
        return samples().allMatch(Lane::isDone);
    }

    long sampleOutcomes() {
        return samples().mapToLong(Lane::outcomes).sum();
    }

    /**
     * How many samples of a lane may be begun: a model that is compared with others does not run far ahead of them, since
     * an answer needs the same items of each.
     */
    long mayBegin(Lane lane) {
        if (!isCompared(lane)) {
            return Integer.MAX_VALUE;
        }
        long behind = samples()
                .filter(other -> isCompared(other) && other.cursor < other.total)
                .mapToLong(other -> other.cursor)
                .min()
                .orElse(lane.cursor);
        return Math.max(0, behind + LEAD - lane.cursor);
    }

    private boolean isCompared(Lane lane) {
        StopRule rule = definition.stop();
        return rule != null
                && !lane.judgement
                && (rule.goal() == StopRule.Goal.RANKED
                        || rule.models()
                                .contains(definition.models().get(lane.model).id()));
    }

    /** The lanes of the run's models, without those of its judges. */
    Stream<Lane> samples() {
        return lanes.stream().filter(lane -> !lane.judgement);
    }

    long outcomes() {
        return lanes.stream().mapToLong(Lane::outcomes).sum();
    }

    /** The final state of a run whose outcomes, scores and charges are in. */
    RunState finalState() {
        if (ending != null) {
            return ending;
        }
        boolean complete = lanes.stream()
                .allMatch(lane -> lane.isAnswered(lane.judgement ? lane.total : definition.samplesPerModel()));
        return complete ? RunState.COMPLETE : RunState.PARTIAL;
    }

    RunRow row() {
        return new RunRow(
                definition, manifest, state, ending, reason, calls, revision, scored, charged, spent, createdAt);
    }
}
