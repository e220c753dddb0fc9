package dev.assay.cli.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a stream of UTF-8, one after the other; a byte order mark is passed over. For one thread. */
final class Lines {

    /**
     * @param number from 1
     * @param text without its line feed; what is not UTF-8 is replaced
     * @param broken whether something was not UTF-8
     */
    record Line(long number, String text, boolean broken) {}

    private static final int BLOCK = 1 << 16;

    private final InputStream stream;
    private final byte[] block = new byte[BLOCK];
    private int next;
    private int end;
    private long number;

    Lines(InputStream stream) {
        this.stream = stream;
    }

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        while (true) {
            if (next == end) {
                end = Math.max(0, stream.read(block));
                next = 0;
                if (end == 0) {
                    return any ? Optional.of(decoded(line.toByteArray())) : Optional.empty();
                }
            }
            any = true;
            int from = next;
            while (next < end && block[next] != '\n') {
                next++;
            }
            line.write(block, from, next - from);
            if (next < end) {
                next++;
                return Optional.of(decoded(line.toByteArray()));
            }
        }
    }

    private Line decoded(byte[] bytes) {
        number++;
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return new Line(
                    number, withoutMark(decoder.decode(ByteBuffer.wrap(bytes)).toString()), false);
        } catch (CharacterCodingException e) {
            return new Line(number, withoutMark(new String(bytes, StandardCharsets.UTF_8)), true);
        }
    }

    private String withoutMark(String text) {
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
