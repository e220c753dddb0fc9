package dev.assay.orchestrator.plan;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SeededOrder;

/**
 * The order in which a run's samples of one model are dispatched: all items once in seeded order, then all of them
 * again for the next repeat. Every model meets the items in the same order, so a run that ends early has asked the
 * same, random, items of each. Other forms of the items come after all of them as they are. With a stop rule the repeats
 * of an item follow each other, since an item counts when all of them are there.
 */
public record SampleOrder(RunDefinition run, SeededOrder items) {

    public static SampleOrder of(RunDefinition run) {
        return new SampleOrder(
                run, new SeededOrder(run.seed(), run.benchmark().dataset().items()));
    }

    /** The task at a position, from 0 to {@link RunDefinition#samplesPerModel()} - 1. */
    public TaskId taskAt(int model, long position) {
        if (position >= run.originalsPerModel()) {
            long other = position - run.originalsPerModel();
            int form = (int) (other / run.items());
            return new TaskId(run.id(), model, items.itemAt((int) (other % run.items())), run.repeats() + form);
        }
        boolean itemByItem = run.stop() != null;
        int repeat = (int) (itemByItem ? position % run.repeats() : position / run.items());
        int place = (int) (itemByItem ? position / run.repeats() : position % run.items());
        return new TaskId(run.id(), model, items.itemAt(place), repeat);
    }
}
