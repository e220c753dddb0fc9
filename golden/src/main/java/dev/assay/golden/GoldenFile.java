package dev.assay.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of inputs with the values that a reference implementation gave for them.
 *
 * @param metric which functions are meant
 * @param cases each with id, input, expected and tolerance
 */
public record GoldenFile(String metric, List<JsonNode> cases) {

    public GoldenFile {
        cases = List.copyOf(cases);
    }

    /** A file that is not of the form of golden files. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String problem) {
            super(problem);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws Malformed if it is not of the form of golden files
     */
    public static GoldenFile read(Path file) throws IOException, Malformed {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new Malformed("is not JSON: " + e.getOriginalMessage());
        }
        if (!root.path("metric").isTextual()) {
            throw new Malformed("has no text 'metric'");
        }
        if (!root.path("cases").isArray()) {
            throw new Malformed("has no list 'cases'");
        }
        List<JsonNode> cases = new ArrayList<>();
        for (JsonNode golden : root.get("cases")) {
            for (String field : List.of("id", "input", "expected")) {
                if (!golden.has(field)) {
                    throw new Malformed("case %d has no '%s'".formatted(cases.size() + 1, field));
                }
            }
            cases.add(golden);
        }
        return new GoldenFile(root.get("metric").asText(), cases);
    }
}
