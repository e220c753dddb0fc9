package dev.assay.simulator.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log's memory, fed event by event, by live calls and by replay in the same way. Not thread-safe. */
final class CallIndex {

    private final Map<String, RunIndex> runs = new HashMap<>();
    private final RecentCalls recent = new RecentCalls();
    private long received;

    /** The number that the next call gets. */
    long nextNumber() {
        return received;
    }

    OpenCall received(CallEntry entry, long atMicros) {
        recent.put(entry, CallState.OPEN);
        return run(entry).received(received++, entry, atMicros);
    }

    void refused(CallEntry entry, int status, long atMicros) {
        recent.put(entry, CallState.FAILED);
        run(entry).refused(entry, status, atMicros);
    }

    /** Notes that a call moved on; that it may move there has been checked. */
    void moved(OpenCall call, CallState to, long atMicros) {
        call.run().moved(call, to, atMicros);
        recent.update(call.entry(), to);
    }

    /** A call that is not in memory as open any more, as the replay needs it to take an answer back. */
    OpenCall answeredBefore(long number, CallEntry entry) {
        OpenCall call = run(entry).again(number, entry);
        call.become(CallState.ANSWERED);
        return call;
    }

    Optional<RunIndex> run(String run) {
        return Optional.ofNullable(runs.get(run));
    }

    List<RunIndex> runs() {
        return new ArrayList<>(runs.values());
    }

    /** Whether a call that is not found may have been there nevertheless. */
    boolean forgetful() {
        return recent.forgetful();
    }

    Optional<CallStatement> find(String call) {
        return recent.find(call);
    }

    private RunIndex run(CallEntry entry) {
        RunIndex known = runs.get(entry.run());
        return known == null ? runs.computeIfAbsent(entry.run(), RunIndex::new) : known;
    }
}
