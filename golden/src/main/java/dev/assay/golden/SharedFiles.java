package dev.assay.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Data that golden files name and do not hold: in the folder {@code datasets} of what ASSAY_SHARED names, or else of a
 * folder {@code shared} beside the working directory or one of its parents.
 */
final class SharedFiles {

    private SharedFiles() {}

    /** A data file that a case names is not there. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String path;

        Missing(String path) {
            super("no datasets/" + path + " under ASSAY_SHARED or 'shared'");
            this.path = path;
        }

        /** Inside of {@code datasets}. */
        String path() {
            return path;
        }
    }

    /**
     * A data file by its path inside of {@code datasets}.
     *
     * @throws Missing if there is none
     */
    static Path dataset(String path) {
        return find(path).orElseThrow(() -> new Missing(path));
    }

    /** The lines of a text file; only line feeds end a line. */
    static List<String> lines(String path) {
        try {
            String text = Files.readString(dataset(path));
            List<String> lines = List.of(text.split("\n", -1));
            return text.endsWith("\n") ? lines.subList(0, lines.size() - 1) : lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a file with one JSON document a line. */
    static List<JsonNode> documents(String path) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            List<JsonNode> documents = new ArrayList<>();
            for (String line : lines(path)) {
                documents.add(mapper.readTree(line));
            }
            return documents;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String path) {
        String named = System.getenv("ASSAY_SHARED");
        Stream<Path> folders = named != null
                ? Stream.of(Path.of(named))
                : Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                        .map(folder -> folder.resolve("shared"));
        return folders.flatMap(folder -> Stream.of(folder.resolve("datasets"), folder.resolve("data/datasets")))
                .map(folder -> folder.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
