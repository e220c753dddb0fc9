package dev.assay.simulator.log;

/** A call that was received; the log's caller hands it back when the call ends. Guarded by the log. */
public final class OpenCall {

    private final long number;
    private final CallEntry entry;
    private final RunIndex run;
    private final int taskRow;
    private CallState state = CallState.OPEN;

    OpenCall(long number, CallEntry entry, RunIndex run, int taskRow) {
        this.number = number;
        this.entry = entry;
        this.run = run;
        this.taskRow = taskRow;
    }

    /** Position among the received calls of the log, from 0. */
    long number() {
        return number;
    }

    CallEntry entry() {
        return entry;
    }

    RunIndex run() {
        return run;
    }

    /** Row in the run's task table, -1 for a call without a task. */
    int taskRow() {
        return taskRow;
    }

    CallState state() {
        return state;
    }

    void become(CallState next) {
        state = next;
    }
}
