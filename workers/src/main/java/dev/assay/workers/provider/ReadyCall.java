package dev.assay.workers.provider;

/** A call that had its reply before it began. */
record ReadyCall(CallReply reply) implements RunningCall {

    @Override
    public CallReply await() {
        return reply;
    }

    @Override
    public void abort(String reason) {
        // There is nothing left to break off.
    }
}
