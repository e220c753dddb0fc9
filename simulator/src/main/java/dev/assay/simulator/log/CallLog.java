package dev.assay.simulator.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log of the calls that the simulated provider received.
 *
 * <p>Guarantees: an event is in the file when its method returns, so that a caller who writes his reply afterwards never
 * replies to a call that the log forgets when the process dies. A call is billed from {@link #received} on, with tokens
 * that never change. Calls that were open when the process died are aborted at the next start. Memory is about 40 bytes
 * for a task plus a fixed part; nothing is kept of a single call that ended, but for the last ones.
 *
 * <p>Thread-safe. Methods that note an event throw {@link UncheckedIOException} if the file cannot be written, and note
 * nothing then.
 */
public final class CallLog implements AutoCloseable {

    /** Name of the file inside the data directory. */
    public static final String FILE_NAME = "calls.log";

    private final CallIndex index = new CallIndex();
    private final Optional<LogFile> file;
    private final long beginsMicros;
    private long torn;

    private CallLog(long beginsMicros) {
        this.file = Optional.empty();
        this.beginsMicros = beginsMicros;
    }

    private CallLog(Path directory) throws IOException {
        Replay replay = new Replay();
        LogFile opened = LogFile.open(directory.resolve(FILE_NAME), replay::event);
        this.file = Optional.of(opened);
        this.torn = opened.dropped();
        this.beginsMicros = Math.min(opened.createdMicros(), replay.firstMicros);
        replay.open.forEach((number, call) -> aborted(call, replay.lastMicros));
    }

    /**
     * A log that ends with the process.
     *
     * @param nowMicros the time now, since 1970
     */
    public static CallLog inMemory(long nowMicros) {
        return new CallLog(nowMicros);
    }

    /**
     * A log in that directory, continued where the last process stopped.
     *
     * @throws IOException if the file cannot be used, or another process uses it
     */
    public static CallLog in(Path directory) throws IOException {
        return new CallLog(directory);
    }

    /** Bytes of a torn last record that were dropped at start. */
    public long tornBytes() {
        return torn;
    }

    /** Calls that were received since then, in microseconds since 1970, were noted here; earlier ones may have been elsewhere. */
    public long beginsMicros() {
        return beginsMicros;
    }

    /** Notes that a call was received and will be answered: it is billed. */
    public synchronized OpenCall received(CallEntry entry, long atMicros) {
        append(new LogEvent.Received(entry, atMicros));
        return index.received(entry, atMicros);
    }

    /** Notes that a call was received and, in the same write, that its whole answer goes out now. */
    public synchronized OpenCall receivedAndAnswered(CallEntry entry, long atMicros) {
        append(new LogEvent.Received(entry, atMicros), new LogEvent.Answered(index.nextNumber(), atMicros));
        OpenCall call = index.received(entry, atMicros);
        index.moved(call, CallState.ANSWERED, atMicros);
        return call;
    }

    /** Notes that a call was received and refused: it is not billed, whatever tokens the entry has. */
    public synchronized void refused(CallEntry entry, int status, long atMicros) {
        append(new LogEvent.Refused(entry, status, atMicros));
        index.refused(entry, status, atMicros);
    }

    /** Notes that the last of the answer goes out now. Only of an open call. */
    public synchronized void answered(OpenCall call, long atMicros) {
        require(call.state() == CallState.OPEN);
        append(new LogEvent.Answered(call.number(), atMicros));
        index.moved(call, CallState.ANSWERED, atMicros);
    }

    /** Notes that no usable answer left, also after it was thought to. Of an aborted call it does nothing. */
    public synchronized void aborted(OpenCall call, long atMicros) {
        switch (call.state()) {
            case OPEN -> append(new LogEvent.Aborted(call.number(), atMicros));
            case ANSWERED -> append(new LogEvent.Undelivered(call.number(), call.entry(), atMicros));
            case ABORTED, FAILED -> {
                return;
            }
        }
        index.moved(call, CallState.ABORTED, atMicros);
    }

    /** Counts of one run; all zero for a run that never called. */
    public synchronized RunStatement statement(String run) {
        return index.run(run).orElseGet(() -> new RunIndex(run)).statement();
    }

    /** Counts of every run that called, in the order of their names. */
    public synchronized List<RunStatement> statements() {
        return index.runs().stream()
                .map(RunIndex::statement)
                .sorted(Comparator.comparing(RunStatement::run))
                .toList();
    }

    /**
     * A page of a run's tasks, in the order of their first calls.
     *
     * @param from how many to skip
     * @param most how many to give at the most
     */
    public synchronized List<TaskCounts> tasks(String run, int from, int most) {
        return index.run(run).map(found -> found.tasks(from, most)).orElse(List.of());
    }

    /** What is known of the truth of a run's answers, in no order. */
    public synchronized List<TruthCell> truth(String run) {
        return index.run(run).map(RunIndex::truth).orElse(List.of());
    }

    /** A call that is still in memory: one of the last {@value RecentCalls#GENERATION}, or luckier. Does no I/O. */
    public synchronized Optional<CallStatement> findRecent(String call) {
        return index.find(call);
    }

    /** Whether calls were dropped from memory, so that one that is not found there may have been received. */
    public synchronized boolean hasForgotten() {
        return index.forgetful();
    }

    /** Whether the log outlives the process, and old calls can be looked up. */
    public boolean hasFile() {
        return file.isPresent();
    }

    /**
     * Looks a call up in the whole file: blocks, about a second for ten million calls. Empty without a file.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public Optional<CallStatement> findInFile(String call) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        CallSearch search = new CallSearch(call);
        try {
            file.get().scan(search);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return search.found();
    }

    /** Lets go of the file. Nothing can be noted in it from then on. */
    @Override
    public synchronized void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    private void append(LogEvent... events) {
        if (file.isPresent()) {
            try {
                file.get().append(events);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void require(boolean open) {
        if (!open) {
            throw new IllegalStateException("the call has ended before");
        }
    }

    /** Feeds the index with what the file holds, and remembers which calls are open. */
    private final class Replay {

        private final Map<Long, OpenCall> open = new HashMap<>();
        private long firstMicros = Long.MAX_VALUE;
        private long lastMicros;

        void event(LogEvent event) {
            firstMicros = Math.min(firstMicros, event.atMicros());
            lastMicros = Math.max(lastMicros, event.atMicros());
            switch (event) {
                case LogEvent.Received received -> {
                    OpenCall call = index.received(received.entry(), received.atMicros());
                    open.put(call.number(), call);
                }
                case LogEvent.Refused refused -> index.refused(refused.entry(), refused.status(), refused.atMicros());
                case LogEvent.Answered answered -> end(answered.call(), CallState.ANSWERED, answered.atMicros());
                case LogEvent.Aborted aborted -> end(aborted.call(), CallState.ABORTED, aborted.atMicros());
                case LogEvent.Undelivered undelivered ->
                    index.moved(
                            index.answeredBefore(undelivered.call(), undelivered.entry()),
                            CallState.ABORTED,
                            undelivered.atMicros());
            }
        }

        private void end(long number, CallState state, long atMicros) {
            OpenCall call = open.remove(number);
            if (call != null) {
                index.moved(call, state, atMicros);
            }
        }
    }
}
