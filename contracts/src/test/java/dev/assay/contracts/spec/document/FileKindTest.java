package dev.assay.contracts.spec.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @ParameterizedTest
    @CsvSource({
        "GZIP, 1f8b0800000000000003cb48",
        "BZIP2, 425a6839314159265359a1b2",
        "BZIP2, 425a6831314159265359",
        "XZ, fd377a585a000004e6d6b446",
        "ZSTD, 28b52ffd0458190000",
        "ZIP, 504b0304140000000800",
        "PARQUET, 5041523115041512",
        "OLD_SPREADSHEET, d0cf11e0a1b11ae1000000000000",
        "UTF_16, fffe7b00",
        "UTF_16, feff007b",
        "UTF_32, fffe00007b000000",
        "UTF_32, 0000feff0000007b"
    })
    void the_first_bytes_tell_what_a_file_is(FileKind kind, String hex) {
        assertThat(FileKind.of(HexFormat.of().parseHex(hex))).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "BZh9: a list\n", "PK is short", "PAR", "\uFEFFname: x", "\u1F8B", "café"})
    void text_in_utf_8_is_none_of_them(String text) {
        assertThat(FileKind.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void latin_1_is_not_told_by_its_beginning() {
        assertThat(FileKind.of("été".getBytes(Charset.forName("ISO-8859-1")))).isEmpty();
    }
}
