package dev.assay.cli.spec;

import dev.assay.cli.outcome.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A file of items.
 *
 * @param path where it is
 * @param shown as messages name it
 * @param format as the API names it
 */
public record DataFile(Path path, String shown, String format) {

    /** What a server accepts unless it is configured otherwise. */
    public static final long USUAL_LIMIT = 64L << 20;

    private static final Map<String, String> FORMATS =
            Map.of(".jsonl", "jsonl", ".ndjson", "jsonl", ".json", "json", ".csv", "csv");

    /** The file that a spec names, relative to the spec's folder. */
    static DataFile named(Path spec, Places.FilePlace place) {
        String where = spec + ":" + place.line() + ":" + place.column() + " benchmark.dataset.file: ";
        Path path;
        try {
            path = spec.toAbsolutePath().resolveSibling(place.name()).normalize();
        } catch (InvalidPathException e) {
            throw Failure.badInput(where + "is not the path of a file.");
        }
        if (!Files.exists(path)) {
            throw Failure.badInput(
                    where + "there is no file " + path + " — a path that is not absolute begins at the spec's folder.");
        }
        if (!Files.isRegularFile(path)) {
            throw Failure.badInput(where + path + " is not a file — name a .jsonl, .json or .csv file.");
        }
        if (!Files.isReadable(path)) {
            throw Failure.badInput(where + path + " must not be read by you — change its permissions.");
        }
        DataFile file = new DataFile(path, place.name(), format(where, place.name()));
        if (file.size() == 0) {
            throw Failure.badInput(where + path + " is empty — a dataset has at least one item.");
        }
        Texts.requireUtf8(place.name(), path);
        return file;
    }

    private static String format(String where, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return FORMATS.entrySet().stream()
                .filter(entry -> lower.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> Failure.badInput(where + "the ending of '" + name
                        + "' says no format that is known — use .jsonl (one JSON object per line), .json or .csv."));
    }

    /** In bytes. */
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw Failure.badInput(shown + ": cannot be read (" + e.getMessage() + ").");
        }
    }
}
