package dev.assay.workers.provider;

/** A call under way. Thread-safe. */
public interface RunningCall {

    /** Waits for the reply. Every call has a deadline, so there always is one. */
    CallReply await() throws InterruptedException;

    /** Breaks the call off; the reply is then a cancelled outcome. Has no effect on a call that has its reply. */
    void abort(String reason);
}
