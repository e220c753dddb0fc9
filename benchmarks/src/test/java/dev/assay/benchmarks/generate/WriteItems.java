package dev.assay.benchmarks.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the generated items over the checked-in ones. After a change of the generator:
 *
 * <pre>
 * ./mvnw -pl benchmarks test-compile
 * java -cp benchmarks/target/test-classes:benchmarks/target/classes dev.assay.benchmarks.generate.WriteItems \
 *     benchmarks/src/main/resources/benchmarks
 * </pre>
 *
 * A change of the items is a new version of the benchmark.
 */
final class WriteItems {

    private WriteItems() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.writeString(folder.resolve("assay-core/items.jsonl"), GeneratedItems.core());
        Files.writeString(folder.resolve("assay-smoke/items.jsonl"), GeneratedItems.smoke());
    }
}
