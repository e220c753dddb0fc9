package dev.assay.cli.spec;

import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and checks files of text. Every complaint names the file. */
final class Texts {

    private static final int BLOCK = 1 << 16;

    private Texts() {}

    /** @throws Failure if it is not there, not a file, or must not be read */
    static void requireReadable(String shown, Path file) {
        if (!Files.exists(file)) {
            throw Failure.badInput(shown + ": there is no such file (looked for " + file.toAbsolutePath() + ").");
        }
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(shown + ": is not a file.");
        }
        if (!Files.isReadable(file)) {
            throw Failure.badInput(shown + ": must not be read by you — change its permissions.");
        }
    }

    /** The whole text. */
    static String read(Path file) {
        requireUtf8(file.toString(), file);
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw Failure.badInput(file + ": was changed while it was read — try again.");
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /** Reads it once through, in little memory; names the line that is not UTF-8. */
    static void requireUtf8(String shown, Path file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer chars = CharBuffer.allocate(BLOCK);
        long line = 1;
        requireNoOtherKind(shown, file);
        try (FileChannel channel = FileChannel.open(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                chars.flip();
                line += chars.chars().filter(c -> c == '\n').count();
                chars.clear();
                if (result.isError()) {
                    throw Failure.badInput(shown + ":" + line + ": is not UTF-8 (byte 0x"
                            + String.format(java.util.Locale.ROOT, "%02X", bytes.get(bytes.position()))
                            + ") — save it as UTF-8.");
                }
                bytes.compact();
            }
        } catch (IOException e) {
            throw unreadable(shown, e);
        }
    }

    private static void requireNoOtherKind(String shown, Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            FileKind.of(stream.readNBytes(FileKind.BYTES)).ifPresent(kind -> {
                throw Failure.badInput(shown + ": is " + kind.what() + " — " + kind.remedy() + ".");
            });
        } catch (IOException e) {
            throw unreadable(shown, e);
        }
    }

    private static Failure unreadable(String shown, IOException e) {
        return Failure.badInput(shown + ": cannot be read (" + e.getMessage() + ").");
    }
}
