package dev.assay.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The letters that models chose, a question a row: a gzipped CSV file under a header that names the category, the right
 * letter ({@code answer} or {@code gold}) and the models. An empty cell is no letter, and wrong. Immutable.
 *
 * @param categories of the questions, in the file's order
 * @param gold the right letters
 * @param letters of each column of the file, by its name
 */
record PredictionMatrix(List<String> categories, List<String> gold, Map<String, List<String>> letters) {

    PredictionMatrix {
        categories = List.copyOf(categories);
        gold = List.copyOf(gold);
        letters = Map.copyOf(letters);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it lacks the category or the right letter, or a row is not as long as the header
     */
    static PredictionMatrix read(Path file) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> header = cells(Optional.ofNullable(reader.readLine()).orElse(""));
            header.forEach(name -> columns.put(name, new ArrayList<>()));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> row = cells(line);
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "%s has a row of %d cells under %d names".formatted(file, row.size(), header.size()));
                }
                for (int i = 0; i < row.size(); i++) {
                    Objects.requireNonNull(columns.get(header.get(i))).add(row.get(i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PredictionMatrix(
                column(columns, Stream.of("category")), column(columns, Stream.of("answer", "gold")), columns);
    }

    private static List<String> column(Map<String, List<String>> columns, Stream<String> names) {
        return names.filter(columns::containsKey)
                .findFirst()
                .map(columns::get)
                .orElseThrow(() -> new IllegalArgumentException("no such column among " + columns.keySet()));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /**
     * On which questions a model is right.
     *
     * @throws IllegalArgumentException if there is no such model
     */
    boolean[] right(String model) {
        List<String> chosen = Optional.ofNullable(letters.get(model))
                .orElseThrow(() -> new IllegalArgumentException("the matrix has no model '" + model + "'"));
        boolean[] right = new boolean[gold.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = chosen.get(i).equals(gold.get(i));
        }
        return right;
    }
}
