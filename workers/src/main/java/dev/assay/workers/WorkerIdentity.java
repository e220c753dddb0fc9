package dev.assay.workers;

import dev.assay.contracts.id.WorkerId;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Gives this process its worker id and the monotonic clock. */
@Singleton
class WorkerIdentity {

    private static final int MAX_HOST = 40;

    @Produces
    @Singleton
    WorkerId workerId(WorkersConfig config, RandomGenerator random) {
        return new WorkerId(config.id().orElseGet(() -> fromHost(hostName(), random)));
    }

    @Produces
    @Singleton
    Ticker ticker() {
        return System::nanoTime;
    }

    /** A host's name as an id allows it, and four random hexadecimal digits. */
    static String fromHost(String host, RandomGenerator random) {
        String name =
                host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-").replaceAll("^[^a-z0-9]+", "");
        String prefix = name.isEmpty() ? "worker" : name.substring(0, Math.min(name.length(), MAX_HOST));
        return prefix + "-" + String.format(Locale.ROOT, "%04x", random.nextInt(1 << 16));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "worker";
        }
    }
}
