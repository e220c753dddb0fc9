package dev.assay.orchestrator.run;

import dev.assay.contracts.id.PoolId;

/** The samples of one model of one run: how far they are dispatched, and which wait for another try. */
final class Lane {

    final int model;
    final PoolId pool;
    final WaitingTasks waiting = new WaitingTasks();
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
        return cursor >= total && waiting.size() == 0 && onTheirWay == 0;
    }

    long outcomes() {
        return answered + refused + failed + cancelled;
    }

    LaneProgress progress() {
        return new LaneProgress(model, cursor, total, answered, refused, failed, cancelled);
    }
}
