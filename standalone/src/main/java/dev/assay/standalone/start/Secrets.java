package dev.assay.standalone.start;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What only this installation knows; made at its first start and kept in its folder for its owner alone.
 *
 * @param fresh whether they were made just now
 */
record Secrets(String adminKey, String keyPepper, String internalToken, boolean fresh) {

    static Secrets of(Path folder, SecureRandom random) throws IOException {
        Path file = folder.resolve("secrets.properties");
        Properties stored = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            }
            return from(stored, false);
        }
        stored.setProperty("admin-key", "ask_" + hex(random, 6) + "_" + hex(random, 24));
        stored.setProperty("key-pepper", hex(random, 32));
        stored.setProperty("internal-token", hex(random, 32));
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            stored.store(writer, "Keep this file to yourself.");
        }
        return from(stored, true);
    }

    private static Secrets from(Properties stored, boolean fresh) {
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
