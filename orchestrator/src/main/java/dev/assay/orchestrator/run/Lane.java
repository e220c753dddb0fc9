package dev.assay.orchestrator.run;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.TaskId;
import dev.assay.orchestrator.plan.SampleOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one model of one run, or what a judge says of them: how far they are dispatched, and which wait for
 * another try.
 */
final class Lane {

    final int model;
    final PoolId pool;
    final boolean judgement;
    final WaitingTasks waiting = new WaitingTasks();

    /** Of a judge's lane, the next ones to be dispatched, as far as they are held in memory. */
    final Deque<TaskId> wanted = new ArrayDeque<>();

    long cursor;
    long total;
    long answered;
    long refused;
    long failed;
    long cancelled;
    /** Tasks of the plan whose items have no such form. */
    long skipped;

    int onTheirWay;

    /** What the provider said when it last asked for a pause. */
    @Nullable
    FailureKind askedToWait;

    /** Null unless the lane has ended early; then how many of the samples that count have no answer. */
    @Nullable
    Long unanswered;

    Lane(int model, boolean judgement, PoolId pool, long cursor, long total) {
        this.model = model;
        this.judgement = judgement;
        this.pool = pool;
        this.cursor = cursor;
        this.total = total;
    }

    /** How many were never dispatched and could be. */
    long fresh() {
        return judgement ? wanted.size() : total - cursor;
    }

    /** The next one that was never dispatched; there is one. */
    TaskId next(SampleOrder order) {
        long place = cursor++;
        return judgement ? wanted.remove() : order.taskAt(model, place);
    }

    /** Nothing more is dispatched for the first time. */
    void close() {
        cursor = total;
        wanted.clear();
    }

    boolean isDone() {
        return cursor >= total && waiting.size() == 0 && onTheirWay == 0;
    }

    /** Sends nothing more: the questions about its model have their answers. */
    void stop(long withoutAnswer) {
        total = cursor;
        unanswered = withoutAnswer;
    }

    boolean isStopped() {
        return unanswered != null;
    }

    /** Whether every sample that counts was answered or refused. @param samples of a lane that did not end early */
    boolean isAnswered(long samples) {
        return unanswered == null ? answered + refused + skipped == samples : unanswered == 0;
    }

    long outcomes() {
        return answered + refused + failed + cancelled;
    }

    LaneProgress progress() {
        return new LaneProgress(model, cursor, total, answered, refused, failed, cancelled, skipped, unanswered);
    }
}
