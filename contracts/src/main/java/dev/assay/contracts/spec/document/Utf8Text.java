package dev.assay.contracts.spec.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Decodes UTF-8 strictly: a byte that is none is refused with its offset, never replaced. */
final class Utf8Text {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8Text() {}

    static String decode(byte[] bytes) throws FaultException {
        Optional<FileKind> kind = FileKind.of(bytes);
        if (kind.isPresent()) {
            throw new FaultException(
                    new Fault(null, "this is " + kind.get().what() + ", not text in UTF-8", remedy(kind.get())));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw notUtf8(bytes, in.position(), out);
        }
        out.flip();
        boolean marked = out.hasRemaining() && out.charAt(0) == BYTE_ORDER_MARK;
        return marked ? out.subSequence(1, out.length()).toString() : out.toString();
    }

    private static String remedy(FileKind kind) {
        return kind.remedy().substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.remedy().substring(1) + ".";
    }

    private static FaultException notUtf8(byte[] bytes, int offset, CharBuffer before) {
        before.flip();
        int line = 1;
        int column = 1;
        for (int i = 0; i < before.length(); i++) {
            boolean lineEnd = before.charAt(i) == '\n';
            line += lineEnd ? 1 : 0;
            column = lineEnd ? 1 : column + 1;
        }
        return new FaultException(new Fault(
                new Position(line, column),
                "byte " + offset + " (0x%02X) is not UTF-8".formatted(bytes[offset] & 0xFF),
                "Save the text as UTF-8; it may have been written in Latin-1 or Windows-1252."));
    }
}
