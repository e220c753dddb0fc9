package dev.assay.standalone.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A Postgres server as a child of this process, on the loopback address, with a database named {@code assay}. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String USER = "postgres";
    private static final String DATABASE = "assay";
    private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());
    /** Of the system's nineteen steps: a tenth of a core where another process wants all of it. */
    private static final String NICE = "10";

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres;
    private final Path data;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Path data) {
        this.postgres = postgres;
        this.data = data;
    }

    /** Starts a server whose data is in the folder; one that a killed process left behind there is stopped first. */
    public static EmbeddedDatabase start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        stopLeftBehind(folder);
        Creation creation = Creation.in(folder);
        creation.begin();
        Path log = folder.resolve("postgres.log");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                // The library's own default is a database that a power cut may leave unreadable. What a service has
                // read from the
                // broker is committed there only after it is here, so nothing that is here may get lost.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("max_connections", "80")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("jit", "off")
                .setServerConfig("max_parallel_workers_per_gather", "0")
                .setServerConfig("autovacuum_naptime", "20s")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        EmbeddedDatabase database = new EmbeddedDatabase(begin(builder, log), data);
        try {
            database.createDatabase();
            creation.end();
        } catch (IOException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private static EmbeddedPostgres begin(EmbeddedPostgres.Builder builder, Path log) throws IOException {
        try {
            return builder.start();
        } catch (IllegalStateException e) {
            // The library's word for a program of the database that ended with an error.
            throw new IOException("the database does not start: " + lastComplaint(log) + " (more in " + log + ")", e);
        }
    }

    private static String lastComplaint(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "it said nothing";
        }
        return new String(Files.readAllBytes(log), UTF_8)
                .lines()
                .filter(line -> line.contains("error:") || line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((before, line) -> line)
                .orElse("it named no error");
    }

    /** Without a query string, as services expect it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
    }

    public String username() {
        return USER;
    }

    public String password() {
        return USER;
    }

    /** Process id of the server, from its lock file. */
    public static Optional<Long> pid(Path folder) throws IOException {
        return lockedBy(folder.resolve("data"));
    }

    /**
     * From now on its processes, those of later sessions too, run when others do not want to. Where the system has no
     * means for that, they go on as they are.
     */
    public void giveWay() throws IOException {
        Optional<ProcessHandle> server = lockedBy(data).flatMap(ProcessHandle::of);
        if (server.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("renice", "-n", NICE, "-p"));
        Stream.concat(server.stream(), server.get().descendants())
                .map(process -> String.valueOf(process.pid()))
                .forEach(command::add);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "There is no renice here.", e);
        }
    }

    private void createDatabase() throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new IOException("the database could not be created", e);
        }
    }

    private static Optional<Long> lockedBy(Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(lock);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Long.parseLong(lines.getFirst().strip()));
    }

    /** Stops a server that a killed process left behind in the folder; its port is free then. */
    public static void stopLeftBehind(Path folder) throws IOException {
        // The lock file may name a process that has nothing to do with us: only a Postgres is stopped.
        Optional<ProcessHandle> leftBehind =
                pid(folder).flatMap(ProcessHandle::of).filter(EmbeddedDatabase::isPostgres);
        if (leftBehind.isEmpty()) {
            return;
        }
        leftBehind.get().destroy();
        try {
            leftBehind.get().onExit().get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a database server that was left behind does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a database server was stopped", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
