package dev.assay.benchmarks.catalogue;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.benchmarks.dataset.DatasetReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Where the catalogue's resources are. */
final class CatalogueFiles {

    private static final String ROOT = "/benchmarks/";

    private CatalogueFiles() {}

    /** Names of all benchmarks, from the index, since a class path cannot be listed. */
    static List<String> names() {
        return text("index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String definition(String name) {
        return text(name + "/benchmark.yaml");
    }

    static DatasetReader items(String name) {
        return DatasetReader.open(open(name + "/items.jsonl"), DatasetFormat.JSONL, Set.of());
    }

    private static String text(String path) {
        try (InputStream in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = CatalogueFiles.class.getResourceAsStream(ROOT + path);
        if (in == null) {
            throw new IllegalStateException("the catalogue lacks " + path);
        }
        return in;
    }
}
