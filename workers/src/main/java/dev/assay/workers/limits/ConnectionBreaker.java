package dev.assay.workers.limits;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.workers.WorkersConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Opens when nearly every call over a connection meets a provider that is down. Thread-safe. */
final class ConnectionBreaker {

    /** Stands for a failure; carries nothing. */
    private static final class ProviderDown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ProviderDown() {
            super("provider down", null, false, false);
        }
    }

    private final CircuitBreaker breaker;
    private final long openMillis;

    ConnectionBreaker(String connection, WorkersConfig.Breaker config, Clock clock) {
        this.openMillis = config.openTime().toMillis();
        this.breaker = CircuitBreaker.of(
                connection,
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                config.window(), config.window(), CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(config.failurePercent())
                        .waitDurationInOpenState(config.openTime())
                        .permittedNumberOfCallsInHalfOpenState(config.probes())
                        .clock(clock)
                        .build());
    }

    boolean tryEnter() {
        return breaker.tryAcquirePermission();
    }

    long openMillis() {
        return openMillis;
    }

    /** Gives a permission back whose call did not begin. */
    void leaveUnused() {
        breaker.releasePermission();
    }

    void ended(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered a -> breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            case Outcome.Refused r -> breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            case Outcome.Failed failed -> failed(failed.kind());
            case Outcome.Cancelled c -> breaker.releasePermission();
            case Outcome.Unrecognised u -> breaker.releasePermission();
        }
    }

    private void failed(FailureKind kind) {
        switch (kind) {
            case CONNECT, OVERLOADED, PROVIDER_ERROR -> breaker.onError(0, TimeUnit.NANOSECONDS, new ProviderDown());
            // The provider is up: it answered, if only to say no.
            case RATE_LIMITED, AUTH, NOT_FOUND, BAD_REQUEST, CONTEXT_TOO_LONG, CONTENT_BLOCKED, TOO_LARGE, BUDGET ->
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            // Slow or odd answers say nothing about whether it is there, and each has its own limit already.
            case TIMEOUT_FIRST_TOKEN, TIMEOUT_IDLE, DEADLINE, CUT_STREAM, MALFORMED, CANCELLED, BROKEN, UNKNOWN ->
                breaker.releasePermission();
        }
    }
}
