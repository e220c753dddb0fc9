package dev.assay.workers.provider;

import dev.assay.workers.Ticker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of one host, looked up again every 30 seconds. Calls connect to the very address that was checked, so a
 * name cannot resolve to something else in between. Thread-safe; blocks while it looks up.
 */
final class HostAddresses {

    /** Looks names up; the operating system's resolver, or a test's. */
    @FunctionalInterface
    interface Resolver {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** No address of the host may be connected to. */
    static final class AddressRefused extends Exception {

        private static final long serialVersionUID = 1L;

        AddressRefused(String message) {
            super(message);
        }
    }

    private record Known(List<InetAddress> allowed, long atNanos) {}

    private static final long LOOK_UP_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final ReentrantLock lookingUp = new ReentrantLock();
    private final AtomicInteger turn = new AtomicInteger();
    private final String host;
    private final AddressPolicy policy;
    private final Resolver resolver;
    private final Ticker ticker;
    private volatile @Nullable Known known;

    HostAddresses(String host, AddressPolicy policy, Resolver resolver, Ticker ticker) {
        // A literal IPv6 address stands in brackets in a URI.
        this.host = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        this.policy = policy;
        this.resolver = resolver;
        this.ticker = ticker;
    }

    /** An address to connect to: always the same one until {@link #tryAnother()}. */
    InetAddress pick() throws UnknownHostException, AddressRefused {
        List<InetAddress> allowed = allowed();
        if (allowed.isEmpty()) {
            throw new AddressRefused("the host's address is not one that workers connect to");
        }
        return allowed.get(Math.floorMod(turn.get(), allowed.size()));
    }

    /** The last one could not be reached. */
    void tryAnother() {
        turn.incrementAndGet();
    }

    private List<InetAddress> allowed() throws UnknownHostException {
        List<InetAddress> fresh = fresh();
        if (fresh != null) {
            return fresh;
        }
        lookingUp.lock();
        try {
            fresh = fresh();
            if (fresh == null) {
                fresh = lookUp();
                known = new Known(fresh, ticker.nanos());
            }
            return fresh;
        } finally {
            lookingUp.unlock();
        }
    }

    private @Nullable List<InetAddress> fresh() {
        Known reading = known;
        return reading != null && ticker.nanos() - reading.atNanos() < LOOK_UP_AGAIN_NANOS ? reading.allowed() : null;
    }

    private List<InetAddress> lookUp() throws UnknownHostException {
        return Arrays.stream(resolver.resolve(host)).filter(policy::allows).toList();
    }
}
