package dev.assay.orchestrator.run;

import dev.assay.contracts.id.PoolId;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The samples of one model of one run: how far they are dispatched, and which wait for another try. */
final class Lane {

    final int model;
    final PoolId pool;
    final PriorityQueue<TaskRow> waiting =
            new PriorityQueue<>(Comparator.comparing(TaskRow::due).thenComparing(TaskRow::task));
    long cursor;
    long total;
    long answered;
    long refused;
    long failed;
    long cancelled;
    int onTheirWay;

    Lane(int model, PoolId pool, long cursor, long total) {
        this.model = model;
        this.pool = pool;
        this.cursor = cursor;
        this.total = total;
    }

    boolean isDone() {
        return cursor >= total && waiting.isEmpty() && onTheirWay == 0;
    }

    long outcomes() {
        return answered + refused + failed + cancelled;
    }

    LaneProgress progress() {
        return new LaneProgress(model, cursor, total, answered, refused, failed, cancelled);
    }
}
