package dev.assay.simulator.chat;

import dev.assay.simulator.limit.RateState;
import io.vertx.core.MultiMap;

/** Writes a quota's state as OpenAI's API does. */
final class RateHeaders {

    private static final long MICROS_PER_SECOND = 1_000_000;

    private RateHeaders() {}

    static void write(RateState state, MultiMap headers) {
        String reset = duration(state.resetMicros());
        if (state.requestLimit() > 0) {
            headers.set("x-ratelimit-limit-requests", Integer.toString(state.requestLimit()));
            headers.set("x-ratelimit-remaining-requests", Long.toString(state.requestsLeft()));
            headers.set("x-ratelimit-reset-requests", reset);
        }
        if (state.tokenLimit() > 0) {
            headers.set("x-ratelimit-limit-tokens", Integer.toString(state.tokenLimit()));
            headers.set("x-ratelimit-remaining-tokens", Long.toString(state.tokensLeft()));
            headers.set("x-ratelimit-reset-tokens", reset);
        }
    }

    /** Both forms round up: whoever waits as long as told is not too early. */
    static void writeRetryAfter(long micros, MultiMap headers) {
        headers.set("retry-after", Long.toString((micros + MICROS_PER_SECOND - 1) / MICROS_PER_SECOND));
        headers.set("retry-after-ms", Long.toString((micros + 999) / 1_000));
    }

    /** A time in the form {@code 1m30s}, {@code 2.5s} or {@code 120ms}, rounded up to a millisecond. */
    static String duration(long micros) {
        long millis = (micros + 999) / 1_000;
        if (millis < 1_000) {
            return millis + "ms";
        }
        long minutes = millis / 60_000;
        long rest = millis % 60_000;
        String seconds = rest % 1_000 == 0
                ? Long.toString(rest / 1_000)
                : rest / 1_000 + "." + String.valueOf(1_000 + rest % 1_000).substring(1);
        return (minutes > 0 ? minutes + "m" : "") + seconds + "s";
    }
}
