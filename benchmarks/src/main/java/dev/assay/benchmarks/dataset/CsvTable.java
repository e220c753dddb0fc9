package dev.assay.benchmarks.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CSV after RFC 4180 with a header line: commas, double quotes doubled inside quotes, line breaks inside quotes kept as
 * they are, LF or CRLF, blank lines skipped, spaces kept. Every value is text; an empty cell is the empty text.
 */
final class CsvTable implements ItemSource {

    private final StrictUtf8Reader in;
    private final CsvParser parser;
    private final int maxChars;
    private @Nullable List<String> header;

    CsvTable(StrictUtf8Reader in, DatasetLimits limits) throws IOException {
        this.in = in;
        this.maxChars = limits.maxItemChars();
        CsvFactory factory = CsvFactory.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(maxChars)
                        .build())
                .build();
        this.parser = factory.createParser(in);
        this.parser.setSchema(CsvSchema.emptySchema());
    }

    @Override
    public @Nullable RawItem next() throws IOException {
        List<String> names = header;
        if (names == null) {
            Row first = row();
            if (first == null) {
                return null;
            }
            names = checkedHeader(first);
            header = names;
        }
        Row row = row();
        return row == null ? null : item(names, row);
    }

    private static RawItem item(List<String> names, Row row) {
        if (row.cells().size() != names.size()) {
            throw problem(
                    row.line(),
                    "this row has " + columns(row.cells().size()) + ", but the header has " + names.size(),
                    "give every row as many columns as the header; put a text with a comma or quote into double quotes");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), row.cells().get(i));
        }
        return new RawItem(row.line(), Collections.unmodifiableMap(fields));
    }

    private static List<String> checkedHeader(Row row) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : row.cells()) {
            if (name.isBlank()) {
                throw problem(
                        row.line(),
                        "column " + (names.size() + 1) + " has no name in the header",
                        "give every column a name in the first line");
            }
            if (!names.add(name)) {
                throw problem(
                        row.line(),
                        "two columns have the name '" + JsonItems.cut(name) + "'",
                        "give every column its own name");
            }
        }
        return List.copyOf(names);
    }

    private @Nullable Row row() throws IOException {
        try {
            if (header == null && parser.currentToken() == null) {
                parser.nextToken(); // the table as a whole is an array of rows
            }
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return null;
            }
            List<String> cells = new ArrayList<>();
            int line = 0;
            int length = 0;
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                String cell = parser.getText();
                if (cells.isEmpty()) {
                    line = parser.currentTokenLocation().getLineNr();
                }
                cells.add(cell);
                length += cell.length() + 1;
                if (length > maxChars) {
                    throw StrictUtf8Reader.tooLong(line, maxChars);
                }
            }
            in.recordStarts(parser.currentLocation().getLineNr());
            return new Row(Math.max(1, line), cells);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw problem(
                    line,
                    "this is not valid CSV: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    "put texts with commas, quotes or line breaks into double quotes, and write a quote inside as two");
        }
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }

    private static InvalidDatasetException problem(int line, String message, String remedy) {
        return new InvalidDatasetException(DatasetProblem.at(line, message, remedy));
    }

    private record Row(int line, List<String> cells) {}
}
