package dev.assay.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How every benchmark says what it found. */
final class Reporting {

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Option(names = "--record", description = "Add the result to docs/benchmarks.md, with machine and date.")
    boolean record;

    /** One measured figure. @param reached null if there is no goal */
    record Figure(String name, String value, String goal, boolean reached) {}

    /** Prints the figures. @return the exit status */
    int report(String benchmark, Map<String, Object> raw, List<Figure> figures) throws IOException {
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(raw));
        } else {
            System.out.println(benchmark + " — " + Machine.describe());
            for (Figure figure : figures) {
                System.out.printf(
                        "  %-34s %14s   goal %-12s %s%n",
                        figure.name(), figure.value(), figure.goal(), figure.reached() ? "reached" : "NOT reached");
            }
        }
        if (record) {
            append(benchmark, figures);
        }
        return figures.stream().allMatch(Figure::reached) ? 0 : 1;
    }

    private static void append(String benchmark, List<Figure> figures) throws IOException {
        Path file = Path.of(System.getenv().getOrDefault("ASSAY_HOME", ".")).resolve("docs/benchmarks.md");
        StringBuilder rows = new StringBuilder();
        String when = LocalDate.now(ZoneOffset.UTC).toString();
        for (Figure figure : figures) {
            rows.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(when, benchmark, figure.name(), figure.value(), figure.goal(), Machine.describe()));
        }
        Files.writeString(file, rows, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
