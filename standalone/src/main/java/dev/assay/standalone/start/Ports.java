package dev.assay.standalone.start;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/**
 * Where broker and database listen: at the same ports start after start, so that a worker that joined before a restart
 * finds them after it.
 *
 * @param moved what is no longer where it was
 */
record Ports(int broker, int database, List<Moved> moved) {

    record Moved(String name, int before, int now) {

        @Override
        public String toString() {
            return "Port " + before + " of " + name + " is in use: it is at " + now + " from now on.";
        }
    }

    /**
     * Systems take the ports of outgoing connections from above these. One of theirs could be taken by just the worker
     * that tries to reach a server that is down, and then the server would not get it back.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 29_999;
    private static final int TRIES = 100_000;

    Ports {
        moved = List.copyOf(moved);
    }

    /** The ports that the file names and that are free; others, which the file names from now on, for those that are not. */
    static Ports of(Path file, RandomGenerator random, IntPredicate free) throws IOException {
        Properties kept = read(file);
        List<Moved> moved = new ArrayList<>();
        int broker = port(kept, "kafka", random, free, moved);
        int database = port(kept, "postgres", random, port -> port != broker && free.test(port), moved);
        Properties now = new Properties();
        now.setProperty("kafka", String.valueOf(broker));
        now.setProperty("postgres", String.valueOf(database));
        if (!now.equals(kept)) {
            write(file, now);
        }
        return new Ports(broker, database, moved);
    }

    private static int port(Properties kept, String name, RandomGenerator random, IntPredicate free, List<Moved> moved)
            throws IOException {
        int before = number(kept.getProperty(name, ""));
        if (before > 0 && free.test(before)) {
            return before;
        }
        int port = random.ints(TRIES, FIRST, LAST + 1)
                .filter(free)
                .findFirst()
                .orElseThrow(() -> new IOException("no port from " + FIRST + " to " + LAST + " is free"));
        if (before > 0) {
            moved.add(new Moved(name, before, port));
        }
        return port;
    }

    /** 0 for what is not a port: a damaged file is as good as none. */
    private static int number(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535 ? Integer.parseInt(text) : 0;
    }

    private static Properties read(Path file) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IllegalArgumentException damaged) {
                return new Properties();
            }
        }
        return kept;
    }

    private static void write(Path file, Properties ports) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            ports.store(writer, "Taken again at the next start if they are free then.");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
