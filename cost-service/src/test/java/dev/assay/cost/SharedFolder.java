package dev.assay.cost;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Real price files, which lie beside the repository and not in it. */
public final class SharedFolder {

    private SharedFolder() {}

    /** A file there; where it is absent the test is skipped. */
    public static Path file(String name) {
        Optional<Path> found = Stream.of(System.getenv("ASSAY_SHARED"), "../shared", "../../shared")
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::exists)
                .findFirst();
        assumeThat(found).as("%s in ASSAY_SHARED or ../shared", name).isPresent();
        return found.orElseThrow();
    }
}
