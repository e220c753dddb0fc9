package dev.assay.workers;

/** A monotonic clock, for durations only. Passed in, so that a test can move it. Thread-safe. */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since some moment in the past; never goes back. */
    long nanos();
}
