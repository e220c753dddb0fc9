package dev.assay.messaging.window;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The text form of a set of finished offsets, each relative to the committed one. A letter says how the bitmap was
 * packed: {@code b} as it is, {@code z} deflated, whichever is shorter; after it the bytes in Base64 without padding.
 * A bitmap of 16,384 offsets always fits into the broker's default of 4,096 characters.
 */
final class CommitMetadata {

    private static final char PLAIN = 'b';
    private static final char DEFLATED = 'z';
    private static final String VERSION = "1";
    private static final int PREFIX_LENGTH = 2;
    /** More than any window holds: whatever inflates to more was not written by us. */
    private static final int MAX_BITMAP_BYTES = 1 << 20;

    private CommitMetadata() {}

    /** Writes the set in at most {@code maxChars}; what does not fit is left out, the highest offsets first. */
    static String write(BitSet finished, int maxChars) {
        byte[] bitmap = finished.toByteArray();
        if (bitmap.length == 0) {
            return "";
        }
        String deflated = text(DEFLATED, deflate(bitmap));
        String plain = text(PLAIN, bitmap);
        String shorter = deflated.length() < plain.length() ? deflated : plain;
        if (shorter.length() <= maxChars) {
            return shorter;
        }
        int plainBytes = Math.max(0, (maxChars - PREFIX_LENGTH) * 3 / 4);
        return plainBytes == 0 ? "" : text(PLAIN, Arrays.copyOf(bitmap, plainBytes));
    }

    /** Reads what {@link #write} wrote; of anything else nothing is known to be finished. */
    static BitSet read(String metadata) {
        if (metadata.length() <= PREFIX_LENGTH || !metadata.startsWith(VERSION)) {
            return new BitSet();
        }
        try {
            byte[] packed =
                    Base64.getDecoder().decode(metadata.substring(PREFIX_LENGTH).getBytes(StandardCharsets.ISO_8859_1));
            return switch (metadata.charAt(VERSION.length())) {
                case PLAIN -> BitSet.valueOf(packed);
                case DEFLATED -> BitSet.valueOf(inflate(packed));
                default -> new BitSet();
            };
        } catch (IllegalArgumentException | DataFormatException notOurs) {
            return new BitSet();
        }
    }

    private static String text(char form, byte[] bytes) {
        return VERSION + form + Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + 64];
            int length = 0;
            while (!deflater.finished()) {
                if (length == packed.length) {
                    packed = Arrays.copyOf(packed, 2 * packed.length);
                }
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] packed) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] bytes = new byte[4096];
            int length = 0;
            while (!inflater.finished()) {
                if (length == bytes.length) {
                    if (length >= MAX_BITMAP_BYTES) {
                        throw new DataFormatException("larger than any window");
                    }
                    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
                }
                int read = inflater.inflate(bytes, length, bytes.length - length);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("ends too early");
                }
                length += read;
            }
            return Arrays.copyOf(bytes, length);
        } finally {
            inflater.end();
        }
    }
}
