package dev.assay.cli.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.outcome.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values with a header, after RFC 4180: cells with commas, quotes or line ends stand in quotes, quotes
 * within are doubled. An empty cell is a missing value, {@code ""} an empty text. Blank lines are passed over.
 */
final class CsvRows implements RowReader {

    private final Lines lines;
    private final List<String> header;

    /** @throws Failure if there is no header that can be used */
    CsvRows(String shown, Lines lines) throws IOException {
        this.lines = lines;
        Cells first = cells().orElseThrow(() -> Failure.badInput(shown + ": is empty."));
        if (first.problem() != null) {
            throw Failure.badInput(shown + ":" + first.line() + ": the header " + first.problem() + ".");
        }
        this.header = first.cells().stream()
                .map(cell -> cell == null ? "" : cell.strip())
                .toList();
        if (new HashSet<>(header).size() < header.size()) {
            throw Failure.badInput(shown + ":" + first.line() + ": two columns of the header have the same name.");
        }
    }

    /** @param problem null if there is none */
    private record Cells(
            long line,
            List<@Nullable String> cells,
            @Nullable String problem) {}

    @Override
    public Optional<Row> next() throws IOException {
        return cells().map(this::row);
    }

    private Row row(Cells cells) {
        if (cells.problem() != null) {
            return new Row.Bad(cells.line(), cells.problem());
        }
        if (cells.cells().size() != header.size()) {
            return new Row.Bad(
                    cells.line(),
                    "has %d columns, and the header %d".formatted(cells.cells().size(), header.size()));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), cells.cells().get(i));
        }
        return new Row.Read(cells.line(), fields);
    }

    private Optional<Cells> cells() throws IOException {
        while (true) {
            Optional<Lines.Line> line = lines.next();
            if (line.isEmpty() || !line.get().text().isBlank()) {
                return line.isEmpty() ? Optional.empty() : Optional.of(read(line.get()));
            }
        }
    }

    private Cells read(Lines.Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        boolean broken = first.broken();
        boolean open = isOpen(first.text(), false);
        while (open) {
            Optional<Lines.Line> more = lines.next();
            if (more.isEmpty()) {
                return new Cells(first.number(), List.of(), "opens a quote that is never closed");
            }
            broken |= more.get().broken();
            text.append('\n').append(more.get().text());
            open = isOpen(more.get().text(), true);
        }
        return broken ? new Cells(first.number(), List.of(), "is not UTF-8") : split(first.number(), text.toString());
    }

    /** Whether a quoted cell goes on after a line, if one did before it. Quotes within unquoted cells open nothing. */
    private static boolean isOpen(String line, boolean openBefore) {
        boolean open = openBefore;
        boolean begins = !openBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open && c == '"') {
                boolean doubled = i + 1 < line.length() && line.charAt(i + 1) == '"';
                open = doubled;
                i += doubled ? 1 : 0;
            } else if (!open) {
                open = begins && c == '"';
                begins = c == ',';
            }
        }
        return open;
    }

    private static Cells split(long line, String record) {
        String text = record.endsWith("\r") ? record.substring(0, record.length() - 1) : record;
        List<@Nullable String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            int end;
            if (at < text.length() && text.charAt(at) == '"') {
                end = closing(text, at + 1);
                if (end < text.length() && text.charAt(end) != ',') {
                    return new Cells(line, List.of(), "has text after a closing quote in column " + (cells.size() + 1));
                }
                cells.add(text.substring(at + 1, end - 1).replace("\"\"", "\""));
            } else {
                int comma = text.indexOf(',', at);
                end = comma < 0 ? text.length() : comma;
                String cell = text.substring(at, end);
                if (cell.indexOf('"') >= 0) {
                    return new Cells(
                            line, List.of(), "has a quote within an unquoted cell, column " + (cells.size() + 1));
                }
                cells.add(cell.isEmpty() ? null : cell);
            }
            if (end == text.length()) {
                return new Cells(line, cells, null);
            }
            at = end + 1;
        }
    }

    /** The place after the quote that closes a cell. */
    private static int closing(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        throw new IllegalStateException("a row ends only where its quotes do");
    }
}
