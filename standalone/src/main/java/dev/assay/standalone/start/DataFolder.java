package dev.assay.standalone.start;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything of one installation. One process at a time uses it. */
record DataFolder(Path path, FileChannel lockFile) {

    /**
     * Opens and locks the folder, and makes it if need be; only its owner can read it. The lock file names this process
     * from now on, long before {@code assay.json} does: that is how it is found while it starts.
     *
     * @throws InUse if another process has it
     */
    static DataFolder open(Path path) throws IOException, InUse {
        Files.createDirectories(path);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
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
        return new DataFolder(path, channel);
    }

    /** Where clients find the server while it runs. */
    Path addressFile() {
        return path.resolve("assay.json");
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
