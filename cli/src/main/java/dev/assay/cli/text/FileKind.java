package dev.assay.cli.text;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a file is that should be text in UTF-8 and is not, as its first bytes tell: a list of this
 * program, which knows the server by its API only.
 */
public enum FileKind {
    GZIP("compressed with gzip", "unpack it first, such as with gunzip", "1f8b"),
    BZIP2("compressed with bzip2", "unpack it first, such as with bunzip2", "425a683?314159265359"),
    XZ("compressed with xz", "unpack it first, such as with unxz", "fd377a585a00"),
    ZSTD("compressed with Zstandard", "unpack it first, such as with unzstd", "28b52ffd"),
    ZIP("a ZIP archive or a spreadsheet", "unpack it, or export the sheet as CSV in UTF-8", "504b0304"),
    OLD_SPREADSHEET(
            "a spreadsheet or document of an old Office", "export the sheet as CSV in UTF-8", "d0cf11e0a1b11ae1"),
    PARQUET("a Parquet file", "convert it to .jsonl", "50415231"),
    UTF_32("UTF-32 text", "save it as UTF-8, which every editor can", "fffe0000", "0000feff"),
    UTF_16("UTF-16 text", "save it as UTF-8, which every editor can", "fffe", "feff");

    /** How many bytes tell every kind. */
    public static final int BYTES = 10;

    private final String what;
    private final String remedy;
    private final List<String> signatures;

    /** @param signatures in hexadecimal; a question mark is any digit */
    FileKind(String what, String remedy, String... signatures) {
        this.what = what;
        this.remedy = remedy;
        this.signatures = List.of(signatures);
    }

    /** The kind of a file that begins so; empty if it may be text in UTF-8. */
    public static Optional<FileKind> of(byte[] beginning) {
        String hex = HexFormat.of().formatHex(beginning, 0, Math.min(BYTES, beginning.length));
        return Stream.of(values())
                .filter(kind -> kind.signatures.stream().anyMatch(signature -> begins(hex, signature)))
                .findFirst();
    }

    private static boolean begins(String hex, String signature) {
        return hex.length() >= signature.length()
                && IntStream.range(0, signature.length())
                        .allMatch(i -> signature.charAt(i) == '?' || signature.charAt(i) == hex.charAt(i));
    }

    /** To follow "the file is". */
    public String what() {
        return what;
    }

    /** What to do, as a clause. */
    public String remedy() {
        return remedy;
    }
}
