package dev.assay.scorer.outcome;

import dev.assay.contracts.event.StopDecision;
import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SeededOrder;
import java.util.List;
import java.util.Optional;

/**
 * How the questions of a run stand.
 *
 * @param decisions one per question that has its answer; in the end the open ones too
 * @param stopped models about which nothing is left to ask
 */
record RunDecisions(List<StopDecision> decisions, List<StoppedModel> stopped) {

    static final RunDecisions NONE = new RunDecisions(List.of(), List.of());

    RunDecisions {
        decisions = List.copyOf(decisions);
        stopped = List.copyOf(stopped);
    }

    /** How many items of each model count: all of them, or those that its answers rest on. */
    Counted counted(RunDefinition run) {
        int[] items = new int[run.models().size()];
        for (int model = 0; model < items.length; model++) {
            ModelId id = run.models().get(model).id();
            Optional<StoppedModel> end =
                    stopped.stream().filter(s -> s.model().equals(id)).findFirst();
            items[model] = end.map(StoppedModel::items).orElse(run.items());
        }
        return new Counted(
                run, new SeededOrder(run.seed(), run.benchmark().dataset().items()), items);
    }

    /** Which samples the results of a run are made of. */
    static final class Counted {

        private final RunDefinition run;
        private final SeededOrder order;
        private final int[] items;

        private Counted(RunDefinition run, SeededOrder order, int[] items) {
            this.run = run;
            this.order = order;
            this.items = items;
        }

        boolean contains(StoredOutcome outcome) {
            int first = items[outcome.task().model()];
            return first == run.items() || order.positionOf(outcome.task().item()) < first;
        }

        long samples(int model) {
            return (long) items[model] * run.repeats();
        }
    }
}
