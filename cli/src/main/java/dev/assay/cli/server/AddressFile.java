package dev.assay.cli.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.outcome.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server on this machine says about itself.
 *
 * @param file where it says it
 * @param url of page and API
 * @param pid its process
 * @param kafka its broker's address
 * @param key the administrator's key
 */
public record AddressFile(Path file, String url, long pid, String kafka, String key) {

    public static final String NAME = "assay.json";

    /** The folder's file; empty if there is none. */
    public static Optional<AddressFile> in(Path folder) {
        return read(folder.resolve(NAME));
    }

    /** @throws Failure if the file is there and is not an address file */
    public static Optional<AddressFile> read(Path file) {
        try {
            JsonNode content = new ObjectMapper().readTree(Files.readAllBytes(file));
            if (!content.path("url").isTextual() || !content.path("pid").isIntegralNumber()) {
                throw broken(file);
            }
            return Optional.of(new AddressFile(
                    file,
                    content.path("url").asText(),
                    content.path("pid").longValue(),
                    content.path("kafka").asText(),
                    content.path("adminKey").asText()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw broken(file);
        } catch (IOException e) {
            throw Failure.badInput(file + " cannot be read: " + e.getMessage());
        }
    }

    /** Whether the server's process lives; a server that was killed leaves its file behind. */
    public boolean isLive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static Failure broken(Path file) {
        return Failure.badInput(
                file + " is not the address of a server.",
                "A server writes it at its start: stop the server, delete the file, and start the server again.");
    }
}
