package dev.assay.simulator.log;

/**
 * What the log's file holds, one event a record. Calls are numbered by their {@link Received} events from 0.
 *
 * <p>{@link Undelivered} repeats the call's entry, so that a replay need not remember every answered call.
 */
sealed interface LogEvent {

    long atMicros();

    record Received(CallEntry entry, long atMicros) implements LogEvent {}

    record Refused(CallEntry entry, int status, long atMicros) implements LogEvent {}

    record Answered(long call, long atMicros) implements LogEvent {}

    record Aborted(long call, long atMicros) implements LogEvent {}

    /** An answered call turned out not to have left after all. */
    record Undelivered(long call, CallEntry entry, long atMicros) implements LogEvent {}
}
