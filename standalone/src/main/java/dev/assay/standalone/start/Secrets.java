package dev.assay.standalone.start;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * What only this installation knows; made at its first start and kept in its folder for its owner alone.
 *
 * @param fresh whether they were made just now
 */
record Secrets(String adminKey, String keyPepper, String internalToken, boolean fresh) {

    private static final List<String> NAMES = List.of("admin-key", "key-pepper", "internal-token");

    static Secrets of(Path folder, SecureRandom random) throws IOException {
        Path file = folder.resolve("secrets.properties");
        Properties stored = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            }
            return from(file, stored, false);
        }
        stored.setProperty("admin-key", "ask_" + hex(random, 6) + "_" + hex(random, 24));
        stored.setProperty("key-pepper", hex(random, 32));
        stored.setProperty("internal-token", hex(random, 32));
        write(file, stored);
        return from(file, stored, true);
    }

    /** The file is there with all that belongs into it, or not at all, whenever this process ends. */
    private static void write(Path file, Properties secrets) throws IOException {
        Path fresh = file.resolveSibling("assay.secrets.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            secrets.store(writer, "Keep this file to yourself.");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Secrets from(Path file, Properties stored, boolean fresh) throws IOException {
        for (String name : NAMES) {
            if (stored.getProperty(name, "").isBlank()) {
                throw new IOException(file + " lacks " + name
                        + ": bring back a copy of it, or delete it, and make new keys for everybody");
            }
        }
        return new Secrets(
                stored.getProperty("admin-key"),
                stored.getProperty("key-pepper"),
                stored.getProperty("internal-token"),
                fresh);
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
