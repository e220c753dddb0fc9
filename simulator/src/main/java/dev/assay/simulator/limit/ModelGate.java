package dev.assay.simulator.limit;

import dev.assay.simulator.model.Limits;
import java.util.Optional;

/**
 * Admits calls to one model. The limits are passed with every call, so that a change at run time meets the window as it
 * is: halving a limit takes effect at once. Time never runs backwards here: an earlier one counts as the latest seen.
 * Thread-safe.
 */
public final class ModelGate {

    private static final long RETRY_CONCURRENT_MICROS = 1_000_000;

    private final SlidingWindow window = new SlidingWindow();
    private long latest = Long.MIN_VALUE;
    private int open;

    /**
     * Decides on a call and, if it is admitted, counts it.
     *
     * @param limits what holds now
     * @param tokens input and output tokens that the call will use
     * @param nowMicros the time, from any fixed origin
     */
    public synchronized Verdict admit(Limits limits, int tokens, long nowMicros) {
        latest = Math.max(latest, nowMicros);
        long length = limits.window().toNanos() / 1_000;
        window.forgetUntil(latest - length);
        long requestsAllowed = orUnlimited(limits.requestsPerWindow());
        long tokensAllowed = orUnlimited(limits.tokensPerWindow());
        if (limits.concurrent() > 0 && open >= limits.concurrent()) {
            return new Verdict.Refused("concurrent", RETRY_CONCURRENT_MICROS, state(limits, length));
        }
        boolean tooManyRequests = window.count() >= requestsAllowed;
        if (tooManyRequests || window.tokens() + tokens > tokensAllowed) {
            long retryAfter = window.count() == 0
                    ? length
                    : window.lastToLeave(requestsAllowed - 1, tokensAllowed - tokens) + length - latest;
            String what = tooManyRequests ? "requests" : "tokens";
            return new Verdict.Refused(what, Math.max(1, retryAfter), state(limits, length));
        }
        if (limits.limitsRate()) {
            window.add(latest, tokens);
        }
        open++;
        return new Verdict.Admitted(state(limits, length));
    }

    /** Returns the permit of an admitted call that ended, however it ended. */
    public synchronized void ended() {
        if (open == 0) {
            throw new IllegalStateException("more calls ended than were admitted");
        }
        open--;
    }

    private Optional<RateState> state(Limits limits, long length) {
        if (!limits.headers() || !limits.limitsRate()) {
            return Optional.empty();
        }
        return Optional.of(new RateState(
                limits.requestsPerWindow(),
                Math.max(0, limits.requestsPerWindow() - window.count()),
                limits.tokensPerWindow(),
                Math.max(0, limits.tokensPerWindow() - window.tokens()),
                window.count() == 0 ? 0 : window.newest() + length - latest));
    }

    private static long orUnlimited(int limit) {
        return limit == 0 ? Long.MAX_VALUE / 2 : limit;
    }
}
