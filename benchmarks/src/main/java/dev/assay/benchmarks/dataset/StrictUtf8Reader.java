package dev.assay.benchmarks.dataset;

import dev.assay.contracts.spec.document.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 and refuses everything else, with the line and byte where it stands: malformed bytes, NUL, and the first
 * bytes of files that are no text at all. A byte-order mark is skipped.
 *
 * <p>It also bounds memory: whoever reads records says where one begins ({@link #recordStarts}), and once far more than
 * a record's limit has been delivered since, reading fails. So no parser on top can be made to buffer without end. All
 * characters before a fault are delivered before it is reported, so the first fault of a file is always the one that is
 * reported.
 */
final class StrictUtf8Reader extends Reader {

    /** Parsers read ahead; they may have this much more in their buffers than the record itself. */
    static final int READ_AHEAD = 1 << 16;

    private static final String UTF8_REMEDY = "save the file as UTF-8 text";

    private final InputStream in;
    private final int maxRecordChars;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(1 << 14).limit(0);

    private @Nullable InvalidDatasetException fault;
    private boolean started;
    private boolean inputEnded;
    private boolean ended;
    private long bytesBeforeBuffer;
    private int line = 1;
    private int column = 1;
    private long delivered;
    private long recordStart;
    private int recordLine = 1;

    StrictUtf8Reader(InputStream in, int maxRecordChars) {
        this.in = in;
        this.maxRecordChars = maxRecordChars;
    }

    /** From here on the characters belong to a new record that begins in the given line. */
    void recordStarts(int atLine) {
        recordStart = delivered;
        recordLine = atLine;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!chars.hasRemaining() && !decodeMore()) {
            return -1;
        }
        if (delivered - recordStart > (long) maxRecordChars + READ_AHEAD) {
            throw tooLong(recordLine, maxRecordChars);
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        delivered += count;
        return count;
    }

    static InvalidDatasetException tooLong(int line, int maxChars) {
        return new InvalidDatasetException(DatasetProblem.at(
                line,
                "the item that begins here is longer than " + maxChars + " characters",
                "shorten the item; if the line breaks or quotes of the file were lost, write it again"));
    }

    private boolean decodeMore() throws IOException {
        while (true) {
            if (fault != null) {
                throw fault;
            }
            if (ended) {
                return false;
            }
            if (!started) {
                started = true;
                fill();
                checkSignature();
                continue;
            }
            chars.clear();
            CoderResult result = decoder.decode(bytes, chars, inputEnded);
            chars.flip();
            int nul = track();
            if (nul >= 0) {
                chars.limit(nul);
                fault = problem(
                        "a NUL character stands here, so this is not a text file",
                        UTF8_REMEDY + " without NUL characters");
            } else if (result.isError()) {
                long at = bytesBeforeBuffer + bytes.position();
                fault = problem(
                        String.format("byte 0x%02X at offset %d is not UTF-8", bytes.get(bytes.position()), at),
                        UTF8_REMEDY);
            } else if (result.isUnderflow()) {
                ended = inputEnded;
                fill();
            }
            if (chars.hasRemaining()) {
                return true;
            }
        }
    }

    private void fill() throws IOException {
        bytesBeforeBuffer += bytes.position();
        bytes.compact();
        int enough = bytes.position() + FileKind.BYTES;
        while (bytes.position() < enough) {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (count < 0) {
                inputEnded = true;
                break;
            }
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    /** Moves line and column over the decoded characters; stops at a NUL and gives its index, else -1. */
    private int track() {
        char[] decoded = chars.array();
        for (int i = 0; i < chars.limit(); i++) {
            char c = decoded[i];
            if (c == '\n') {
                line++;
                column = 1;
            } else if (c == 0) {
                return i;
            } else {
                column++;
            }
        }
        return -1;
    }

    private void checkSignature() {
        byte[] first = Arrays.copyOf(bytes.array(), Math.min(FileKind.BYTES, bytes.limit()));
        boolean marked =
                first.length >= 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
        if (marked) {
            bytes.position(3);
        }
        fault = FileKind.of(first)
                .map(kind -> whole("the file is " + kind.what(), kind.remedy()))
                .orElse(null);
    }

    private InvalidDatasetException problem(String message, String remedy) {
        return new InvalidDatasetException(DatasetProblem.at(line, column, message, remedy));
    }

    private static InvalidDatasetException whole(String message, String remedy) {
        return new InvalidDatasetException(DatasetProblem.ofWhole(message, remedy));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
