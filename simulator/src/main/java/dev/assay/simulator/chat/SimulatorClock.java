package dev.assay.simulator.chat;

/** The time, passed in so that decisions do not look it up. Thread-safe. */
public interface SimulatorClock {

    /** Microseconds since 1970, for people and other machines. */
    long epochMicros();

    /** Nanoseconds from any fixed origin, never running backwards, for waits and windows. */
    long nanos();
}
