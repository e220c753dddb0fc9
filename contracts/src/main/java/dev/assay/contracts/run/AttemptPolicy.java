package dev.assay.contracts.run;

/**
 * How often and how long a sample is tried.
 *
 * @param maxTries calls that may fail before the sample does; at least 1
 * @param deadlineMillis hard end of one call, from when the worker begins it
 */
public record AttemptPolicy(int maxTries, long deadlineMillis) {

    public AttemptPolicy {
        if (maxTries < 1 || maxTries > 100) {
            throw new IllegalArgumentException("maxTries is between 1 and 100");
        }
        if (deadlineMillis < 1) {
            throw new IllegalArgumentException("the deadline is at least a millisecond");
        }
    }
}
