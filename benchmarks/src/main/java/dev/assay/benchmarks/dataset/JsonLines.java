package dev.assay.benchmarks.dataset;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON object on each line. Lines end with LF or CRLF; blank ones are counted and skipped. */
final class JsonLines implements ItemSource {

    private final StrictUtf8Reader in;
    private final JsonItems items;
    private final int maxChars;
    private final char[] buffer = new char[1 << 13];
    private final StringBuilder text = new StringBuilder();
    private int position;
    private int limit;
    private int line;

    JsonLines(StrictUtf8Reader in, DatasetLimits limits) {
        this.in = in;
        this.items = new JsonItems(limits);
        this.maxChars = limits.maxItemChars();
    }

    @Override
    public @Nullable RawItem next() throws IOException {
        while (readLine()) {
            String content = text.toString();
            if (!content.isBlank()) {
                try (JsonParser parser = items.parser(content)) {
                    return new RawItem(line, items.onlyObject(parser, line));
                }
            }
        }
        return null;
    }

    /** Reads the next line into {@link #text} without its end; false at the end of the file. */
    private boolean readLine() throws IOException {
        text.setLength(0);
        line++;
        in.recordStarts(line);
        boolean any = false;
        while (true) {
            if (position == limit) {
                limit = in.read(buffer, 0, buffer.length);
                position = 0;
                if (limit < 0) {
                    limit = 0;
                    return any;
                }
            }
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            if (text.length() + end - position > maxChars) {
                throw StrictUtf8Reader.tooLong(line, maxChars);
            }
            text.append(buffer, position, end - position);
            boolean complete = end < limit;
            position = complete ? end + 1 : end;
            if (complete) {
                return true;
            }
        }
    }
}
