package dev.assay.scoring.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A file of inputs with the values that a reference implementation gave for them. */
public record GoldenFile(String name, List<JsonNode> cases) {

    /** Reads a file; the calling test is skipped if its origin is not there. */
    public static GoldenFile read(Origin origin, String name) {
        try (InputStream in = open(origin, name + ".json")) {
            JsonNode root = new ObjectMapper().readTree(in);
            return new GoldenFile(
                    name,
                    StreamSupport.stream(root.get("cases").spliterator(), false).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public GoldenFile where(Predicate<JsonNode> condition) {
        return new GoldenFile(name, cases.stream().filter(condition).toList());
    }

    /** Fails with the ids of all cases for which the check does not hold. */
    public void allSatisfy(Predicate<JsonNode> check) {
        List<String> failing = new ArrayList<>();
        for (JsonNode golden : cases) {
            if (!check.test(golden)) {
                failing.add(golden.get("id").asText());
            }
        }
        assertThat(cases).as("cases of " + name).isNotEmpty();
        assertThat(failing).as("failing cases of " + name).isEmpty();
    }

    public static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    public static boolean near(JsonNode expected, double actual, double tolerance) {
        return Math.abs(expected.asDouble() - actual) <= tolerance;
    }

    private static InputStream open(Origin origin, String file) throws IOException {
        return switch (origin) {
            case REPOSITORY -> {
                InputStream in = GoldenFile.class.getResourceAsStream("/golden/" + file);
                assertThat(in).as(file).isNotNull();
                yield in;
            }
            case SHARED ->
                Files.newInputStream(shared(file)
                        .orElseGet(
                                () -> abort("no golden/" + file + " under ASSAY_SHARED or a sibling folder 'shared'")));
        };
    }

    private static Optional<Path> shared(String file) {
        String named = System.getenv("ASSAY_SHARED");
        Stream<Path> folders = named != null
                ? Stream.of(Path.of(named))
                : Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                        .map(folder -> folder.resolve("shared"));
        return folders.map(folder -> folder.resolve("golden").resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
