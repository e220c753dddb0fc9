package dev.assay.cli.offline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.contamination.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a file or of all files of a folder, read once, document by document.
 *
 * <p>A file of text is read in pieces of some pages, each with the end of the one before, so that a copy of an
 * item that lies across two pieces is whole in one of them, unless it is longer than that end. Of JSON lines each row is a
 * document. Files with other endings are passed over in a folder. Can be gone through once. For one thread.
 */
public final class Corpus implements Iterable<Document>, AutoCloseable {

    /** Characters of a piece, and of the end of the piece before that it repeats. */
    private static final int PIECE = 1 << 15;

    private static final int OVERLAP = 1 << 13;

    private static final List<String> TEXT = List.of(".txt", ".md", ".text");
    private static final List<String> ROWS = List.of(".jsonl", ".ndjson");

    private final String field;
    private final Deque<Path> files = new ArrayDeque<>();
    private final Complaints complaints = new Complaints();
    private @Nullable Source current;
    private long documents;

    /** What gives the documents of one file. */
    private interface Source extends AutoCloseable {
        @Nullable
        Document next() throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * @param names of files and folders
     * @param field of the text in rows of JSON
     * @throws Failure if there is nothing that can be read in one of them
     */
    public Corpus(List<String> names, String field) {
        this.field = field;
        names.forEach(this::find);
    }

    private void find(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                int before = files.size();
                try (Stream<Path> found = Files.walk(path)) {
                    found.filter(Files::isRegularFile)
                            .filter(file -> isText(file) || isRows(file))
                            .sorted()
                            .forEach(files::add);
                }
                if (files.size() == before) {
                    throw Failure.badInput(name + ": holds no .txt, .md or .jsonl file.");
                }
            } else {
                files.add(RowFile.path(name));
            }
        } catch (InvalidPathException e) {
            throw Failure.badInput(name + ": is not the path of a file or folder.");
        } catch (IOException e) {
            throw Failure.badInput(name + ": cannot be read (" + e.getMessage() + ").");
        }
    }

    private static boolean isText(Path file) {
        return ends(file, TEXT);
    }

    private static boolean isRows(Path file) {
        return ends(file, ROWS);
    }

    private static boolean ends(Path file, List<String> endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /** How many documents, or pieces of text, were read so far. */
    public long documents() {
        return documents;
    }

    /** Rows that hold no text. */
    public Complaints complaints() {
        return complaints;
    }

    @Override
    public Iterator<Document> iterator() {
        return new Iterator<>() {
            private @Nullable Document ahead;

            @Override
            public boolean hasNext() {
                ahead = ahead == null ? advance() : ahead;
                return ahead != null;
            }

            @Override
            public Document next() {
                Document next = hasNext() ? ahead : null;
                if (next == null) {
                    throw new NoSuchElementException();
                }
                ahead = null;
                documents++;
                return next;
            }
        };
    }

    private @Nullable Document advance() {
        try {
            while (true) {
                Source open = current;
                if (open != null) {
                    Document document = open.next();
                    if (document != null) {
                        return document;
                    }
                    close();
                }
                Path file = files.poll();
                if (file == null) {
                    return null;
                }
                current = isRows(file) ? new Rows(file) : new Pieces(file);
            }
        } catch (IOException e) {
            throw Failure.badInput("The corpus cannot be read (" + e.getMessage() + ").");
        }
    }

    @Override
    public void close() throws IOException {
        Source open = current;
        current = null;
        if (open != null) {
            open.close();
        }
    }

    private final class Rows implements Source {
        private final Path file;
        private final InputStream stream;
        private final JsonRows rows;

        Rows(Path file) throws IOException {
            this.file = file;
            this.stream = RowFile.text(file.toString(), Files.newInputStream(file));
            this.rows = new JsonRows(new Lines(stream));
        }

        @Override
        public @Nullable Document next() throws IOException {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                switch (row.get()) {
                    case Row.Bad bad -> complaints.add(bad.line(), file + " " + bad.reason());
                    case Row.Read read -> {
                        Optional<JsonNode> text = read.field(field);
                        if (text.isPresent()) {
                            return new Document(
                                    file + ":" + read.line(),
                                    text.get().isValueNode()
                                            ? text.get().asText()
                                            : text.get().toString());
                        }
                        complaints.add(read.line(), file + " has no field '" + field + "'");
                    }
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    private static final class Pieces implements Source {
        private final Path file;
        private final InputStream stream;
        private final Lines lines;
        private final Deque<Lines.Line> kept = new ArrayDeque<>();

        Pieces(Path file) throws IOException {
            this.file = file;
            this.stream = RowFile.text(file.toString(), Files.newInputStream(file));
            this.lines = new Lines(stream);
        }

        @Override
        public @Nullable Document next() throws IOException {
            StringBuilder text = new StringBuilder();
            long from = kept.isEmpty() ? 0 : kept.getFirst().number();
            kept.forEach(line -> text.append(line.text()).append('\n'));
            int repeated = text.length();
            while (text.length() < repeated + PIECE) {
                Optional<Lines.Line> line = lines.next();
                if (line.isEmpty()) {
                    break;
                }
                from = from == 0 ? line.get().number() : from;
                text.append(line.get().text()).append('\n');
                kept.add(line.get());
            }
            if (text.length() == repeated) {
                return null;
            }
            int length =
                    kept.stream().mapToInt(line -> line.text().length() + 1).sum();
            while (!kept.isEmpty() && length > OVERLAP) {
                length -= kept.removeFirst().text().length() + 1;
            }
            return new Document(file + ":" + from, text.toString());
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
