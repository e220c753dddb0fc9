package dev.assay.cli.offline;

import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.FileKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, or standard input, which is named by a dash.
 *
 * @param name as it was given
 * @param format null: by the name's ending; of standard input by its first character
 */
public record RowFile(String name, @Nullable Format format) {

    /** How rows are written. */
    public enum Format {
        jsonl,
        csv
    }

    private static final String INPUT = "-";

    /**
     * Reads it row by row.
     *
     * @param input standard input, read only if this is it; stays open
     * @throws Failure if it cannot be read, or holds no row
     */
    public void read(InputStream input, Consumer<Row> consumer) {
        boolean any = false;
        try (InputStream stream = open(input)) {
            RowReader reader = reader(stream);
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                consumer.accept(row.get());
                any = true;
            }
        } catch (IOException e) {
            throw Failure.badInput(shown() + ": cannot be read (" + e.getMessage() + ").");
        }
        if (!any) {
            throw Failure.badInput(shown() + ": holds no rows.");
        }
    }

    /** As messages name it. */
    public String shown() {
        return isInput() ? "standard input" : name;
    }

    private boolean isInput() {
        return name.equals(INPUT);
    }

    private InputStream open(InputStream input) throws IOException {
        if (isInput()) {
            return new BufferedInputStream(input) {
                @Override
                public void close() {
                    // Whoever opened standard input closes it.
                }
            };
        }
        return Files.newInputStream(path(name));
    }

    private RowReader reader(InputStream stream) throws IOException {
        PushbackInputStream peeked = text(shown(), stream);
        return switch (format == null ? guessed(peeked) : format) {
            case jsonl -> new JsonRows(new Lines(peeked));
            case csv -> new CsvRows(shown(), new Lines(peeked));
        };
    }

    /** The same stream, if it may be text. @throws Failure if its first bytes say what else it is */
    static PushbackInputStream text(String shown, InputStream stream) throws IOException {
        byte[] beginning = stream.readNBytes(FileKind.BYTES);
        FileKind.of(beginning).ifPresent(kind -> {
            throw Failure.badInput(shown + ": is " + kind.what() + " — " + kind.remedy() + ".");
        });
        PushbackInputStream whole = new PushbackInputStream(stream, FileKind.BYTES);
        whole.unread(beginning);
        return whole;
    }

    private Format guessed(PushbackInputStream stream) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return Format.csv;
        }
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
            return Format.jsonl;
        }
        if (!isInput()) {
            throw Failure.badInput(
                    name
                            + ": its ending says no format that is known — use .jsonl (one JSON object per line) or .csv, or give --format.");
        }
        int first = stream.read();
        if (first >= 0) {
            stream.unread(first);
        }
        return first == '{' ? Format.jsonl : Format.csv;
    }

    /** A file that can be read. @throws Failure if it is none */
    static Path path(String name) {
        try {
            Path path = Path.of(name);
            if (!Files.exists(path)) {
                throw Failure.badInput(name + ": there is no such file (looked for " + path.toAbsolutePath() + ").");
            }
            if (!Files.isRegularFile(path) && Files.isDirectory(path)) {
                throw Failure.badInput(name + ": is not a file.");
            }
            if (!Files.isReadable(path)) {
                throw Failure.badInput(name + ": must not be read by you — change its permissions.");
            }
            return path;
        } catch (InvalidPathException e) {
            throw Failure.badInput(name + ": is not the path of a file.");
        }
    }
}
