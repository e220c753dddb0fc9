package dev.assay.workers.provider;

/** Speaks one provider's protocol over one connection. Thread-safe. */
interface ProviderClient {

    /** Begins a call. Never throws: whatever goes wrong is in the reply. May block for a name look-up. */
    RunningCall begin(CallRequest request);

    /** Takes no more calls, and frees its resources when those that run have ended. */
    void retire();
}
