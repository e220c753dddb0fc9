package dev.assay.simulator.model;

/**
 * One line of a model's error script.
 *
 * @param kind what happens
 * @param rate share of the calls that it happens to, 0 to 1
 * @param firstAttempts if above 0, only attempts 1 to this number of a task are hit
 * @param status HTTP status of {@link ErrorKind#STATUS}, 400 to 599; else 0
 * @param delayMs further wait of {@link ErrorKind#SLOW}, pause of {@link ErrorKind#DRIP}; else 0
 * @param factor multiplies the usage of {@link ErrorKind#WRONG_USAGE}; else 1
 * @param retryAfterSeconds if above 0, a status reply carries this {@code retry-after}
 */
public record ErrorRule(
        ErrorKind kind,
        double rate,
        int firstAttempts,
        int status,
        double delayMs,
        double factor,
        int retryAfterSeconds) {

    public ErrorRule {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be from 0 to 1, but is " + rate);
        }
        if (firstAttempts < 0 || retryAfterSeconds < 0) {
            throw new IllegalArgumentException("firstAttempts and retryAfterSeconds must not be negative");
        }
        if (kind == ErrorKind.STATUS ? status < 400 || status > 599 : status != 0) {
            throw new IllegalArgumentException("status must be from 400 to 599 with kind status, and absent without");
        }
        if (!(delayMs >= 0 && delayMs <= Latency.MAX_MS)) {
            throw new IllegalArgumentException("delayMs must be from 0 to " + (long) Latency.MAX_MS);
        }
        if (!(factor >= 0 && factor <= 1e6)) {
            throw new IllegalArgumentException("factor must be from 0 to 1e6");
        }
    }

    /** Every call is refused with that status. */
    public static ErrorRule always(int status) {
        return new ErrorRule(ErrorKind.STATUS, 1, 0, status, 0, 1, 0);
    }

    /** The kind happens to every call, with nothing further to set. */
    public static ErrorRule always(ErrorKind kind) {
        return new ErrorRule(kind, 1, 0, 0, 0, 1, 0);
    }
}
