package dev.assay.simulator.log;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows one call through all events of a file, by the caller's name of it. Not thread-safe. */
final class CallSearch implements Consumer<LogEvent> {

    private final String wanted;
    private long received;
    private long number = -1;
    private @Nullable CallStatement found;

    CallSearch(String wanted) {
        this.wanted = wanted;
    }

    @Override
    public void accept(LogEvent event) {
        switch (event) {
            case LogEvent.Received call -> {
                if (call.entry().call().equals(wanted)) {
                    number = received;
                    note(CallState.OPEN, call.entry());
                }
                received++;
            }
            case LogEvent.Refused call -> {
                if (call.entry().call().equals(wanted)) {
                    note(CallState.FAILED, call.entry());
                }
            }
            case LogEvent.Answered call -> move(call.call(), CallState.ANSWERED);
            case LogEvent.Aborted call -> move(call.call(), CallState.ABORTED);
            case LogEvent.Undelivered call -> move(call.call(), CallState.ABORTED);
        }
    }

    /** The call, if it was in what was read; the last of that name, if several were. */
    Optional<CallStatement> found() {
        return Optional.ofNullable(found);
    }

    private void move(long call, CallState state) {
        if (call == number && found != null) {
            found = new CallStatement(wanted, state, found.inputTokens(), found.outputTokens());
        }
    }

    private void note(CallState state, CallEntry entry) {
        found = new CallStatement(wanted, state, entry.inputTokens(), entry.outputTokens());
    }
}
