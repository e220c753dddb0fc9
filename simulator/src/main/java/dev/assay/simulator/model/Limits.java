package dev.assay.simulator.model;

import java.time.Duration;

/**
 * What a simulated account may use of a model. A limit of 0 means none.
 *
 * @param requestsPerWindow calls admitted in any window
 * @param tokensPerWindow input and output tokens admitted in any window
 * @param concurrent calls open at the same time
 * @param window length of the sliding window; a minute, as providers count, or less for tests
 * @param headers whether replies carry {@code x-ratelimit-*} and refusals {@code retry-after}
 */
public record Limits(int requestsPerWindow, int tokensPerWindow, int concurrent, Duration window, boolean headers) {

    /** No limit at all. */
    public static final Limits NONE = new Limits(0, 0, 0, Duration.ofMinutes(1), true);

    public Limits {
        if (requestsPerWindow < 0 || tokensPerWindow < 0 || concurrent < 0) {
            throw new IllegalArgumentException("a limit must not be negative");
        }
        if (window.toMillis() < 1 || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("windowSeconds must be from 0.001 to 86400");
        }
    }

    /** Whether anything is counted over time. */
    public boolean limitsRate() {
        return requestsPerWindow > 0 || tokensPerWindow > 0;
    }
}
