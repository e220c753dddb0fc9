package dev.assay.standalone.start;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything of one installation. One process at a time uses it. */
record DataFolder(Path path, FileChannel lockFile) {

    private static final Set<String> OWN = Set.of("kafka", "postgres", "simulator", "secrets.properties");

    /**
     * Opens and locks the folder, and makes it if need be; only its owner can read what is stored in it. The lock file names this process
     * from now on, long before {@code assay.json} does: that is how it is found while it starts.
     *
     * @throws InUse if another process has it
     */
    static DataFolder open(Path path) throws IOException, InUse {
        boolean holdsOthers = holdsOthers(path);
        Files.createDirectories(path);
        if (!holdsOthers) {
            keepToOwner(path);
        }
        FileChannel channel =
                FileChannel.open(path.resolve("assay.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new InUse(path);
        }
        channel.truncate(0);
        channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        DataFolder folder = new DataFolder(path, channel);
        for (Path inside : List.of(folder.kafka(), folder.postgres(), folder.simulator())) {
            Files.createDirectories(inside);
            keepToOwner(inside);
        }
        return folder;
    }

    /** A folder that holds what is not Assay's, such as a home or a project, is not closed to others by a start in it. */
    private static boolean holdsOthers(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .anyMatch(name -> !name.startsWith("assay.") && !OWN.contains(name));
        }
    }

    private static void keepToOwner(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Where clients find the server while it runs. */
    Path addressFile() {
        return path.resolve("assay.json");
    }

    /** Ports that are to stay the same. */
    Path portsFile() {
        return path.resolve("assay.ports");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path simulator() {
        return path.resolve("simulator");
    }

    Path logFile() {
        return path.resolve("assay.log");
    }

    /** Another process uses the folder. */
    static final class InUse extends Exception {

        private static final long serialVersionUID = 1L;

        InUse(Path path) {
            super("another Assay already uses " + path + ": stop it with './assay down', or choose another --data");
        }
    }
}
