package dev.assay.workers.provider;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Splits a stream of server-sent events into the data of its events, however the bytes are cut into chunks. Lines end
 * with LF, CRLF or CR; comments and fields other than {@code data} are skipped; several data lines of one event are
 * joined by LF. Works on bytes, so a character that is cut in two is whole again before anybody decodes it. Not
 * thread-safe.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML standard, 9.2.6</a>
 */
final class SseParser {

    /** An event is larger than allowed. */
    static final class EventTooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EventTooLarge() {
            super("an event of the stream is too large", null, false, false);
        }
    }

    private static final byte[] DATA = {'d', 'a', 't', 'a'};

    private final int maxEventBytes;
    private final Consumer<byte[]> events;
    private byte[] line = new byte[256];
    private int lineLength;
    private boolean afterCr;
    private boolean firstLine = true;
    private byte[] data = {};
    private boolean hasData;

    /** @param events gets each event's data, at once when its last byte has come */
    SseParser(int maxEventBytes, Consumer<byte[]> events) {
        this.maxEventBytes = maxEventBytes;
        this.events = events;
    }

    /** @throws EventTooLarge if an event exceeds the limit */
    void feed(byte[] chunk) {
        int from = 0;
        for (int i = 0; i < chunk.length; i++) {
            byte b = chunk[i];
            if (b != '\n' && b != '\r') {
                afterCr = false;
                continue;
            }
            append(chunk, from, i);
            from = i + 1;
            if (b == '\r' || !afterCr) {
                endLine();
            }
            afterCr = b == '\r';
        }
        append(chunk, from, chunk.length);
    }

    /** The stream has ended: an event that lacks only its blank line still counts. */
    void end() {
        if (lineLength > 0) {
            endLine();
        }
        dispatch();
    }

    private void append(byte[] chunk, int from, int to) {
        int more = to - from;
        if (more == 0) {
            return;
        }
        if (lineLength + more > maxEventBytes) {
            throw new EventTooLarge();
        }
        if (lineLength + more > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, lineLength + more));
        }
        System.arraycopy(chunk, from, line, lineLength, more);
        lineLength += more;
    }

    private void endLine() {
        int start = firstLine && startsWithByteOrderMark() ? 3 : 0;
        firstLine = false;
        if (lineLength == start) {
            dispatch();
        } else if (isDataField(start)) {
            int from = start + DATA.length;
            if (from < lineLength && line[from] == ':') {
                from++;
            }
            if (from < lineLength && line[from] == ' ') {
                from++;
            }
            addData(from);
        }
        lineLength = 0;
    }

    private boolean isDataField(int start) {
        int end = start + DATA.length;
        return lineLength >= end
                && Arrays.equals(line, start, end, DATA, 0, DATA.length)
                && (lineLength == end || line[end] == ':');
    }

    private void addData(int from) {
        if (!hasData) {
            data = Arrays.copyOfRange(line, from, lineLength);
            hasData = true;
            return;
        }
        int length = data.length;
        if (length + lineLength > maxEventBytes) {
            throw new EventTooLarge();
        }
        data = Arrays.copyOf(data, length + 1 + lineLength - from);
        data[length] = '\n';
        System.arraycopy(line, from, data, length + 1, lineLength - from);
    }

    private void dispatch() {
        if (hasData) {
            hasData = false;
            events.accept(data);
        }
    }

    private boolean startsWithByteOrderMark() {
        return lineLength >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf;
    }
}
