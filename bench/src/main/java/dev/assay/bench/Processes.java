package dev.assay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** CPU time and memory of the server and all processes of its database, as Linux counts them. */
final class Processes {

    private static final double TICKS_PER_SECOND = 100.0;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private final long server;
    private final Path postmasterLock;

    Processes(long server, Path data) {
        this.server = server;
        this.postmasterLock = data.resolve("postgres/data/postmaster.pid");
    }

    /** CPU seconds so far, ended children included. */
    double cpuSeconds() throws IOException {
        double total = 0;
        for (long pid : all()) {
            total += cpuSeconds(pid);
        }
        return total;
    }

    private double cpuSeconds(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int i = USER; i <= CHILDREN_SYSTEM; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            // Its parent has its time.
            requireEnded(pid, e);
            return 0;
        }
    }

    /** Memory in bytes now, pages that processes share counted once. */
    long memoryBytes() throws IOException {
        long total = 0;
        for (long pid : all()) {
            total += memoryBytes(pid);
        }
        return total;
    }

    private long memoryBytes(long pid) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            requireEnded(pid, e);
            return 0;
        }
    }

    /**
     * A session of the database may end between the listing and the look, or during it, and the system has several words
     * for that. The server may not.
     */
    private void requireEnded(long pid, IOException e) throws IOException {
        if (pid == server) {
            throw e;
        }
    }

    private Set<Long> all() throws IOException {
        Set<Long> pids = new LinkedHashSet<>();
        addWithDescendants(server, pids);
        List<String> lock = Files.exists(postmasterLock) ? Files.readAllLines(postmasterLock) : List.of();
        if (!lock.isEmpty()) {
            addWithDescendants(Long.parseLong(lock.getFirst().strip()), pids);
        }
        return pids;
    }

    private static void addWithDescendants(long pid, Set<Long> pids) {
        pids.add(pid);
        ProcessHandle.of(pid)
                .ifPresent(
                        process -> process.descendants().map(ProcessHandle::pid).forEach(pids::add));
    }
}
