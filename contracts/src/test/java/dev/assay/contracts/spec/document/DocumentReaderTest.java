package dev.assay.contracts.spec.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.spec.document.Node.Mapping;
import dev.assay.contracts.spec.document.Node.Scalar;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private final DocumentReader reader = new DocumentReader(DocumentLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "yes, TEXT, yes",
        "no, TEXT, no",
        "on, TEXT, on",
        "off, TEXT, off",
        "Y, TEXT, Y",
        "010, TEXT, 010",
        "0x1f, TEXT, 0x1f",
        "1_000, TEXT, 1_000",
        "190:20:30, TEXT, 190:20:30",
        "2026-01-31, TEXT, 2026-01-31",
        ".inf, TEXT, .inf",
        ".nan, TEXT, .nan",
        "1e99999, TEXT, 1e99999",
        "'\"12\"', TEXT, 12",
        "'!!str 12', TEXT, 12",
        "'! 12', TEXT, 12",
        "12, NUMBER, 12",
        "+12, NUMBER, 12",
        "-0.50, NUMBER, -0.50",
        ".5, NUMBER, 0.5",
        "5., NUMBER, 5",
        "-5.e3, NUMBER, -5e3",
        "1.10, NUMBER, 1.10",
        "1e-7, NUMBER, 1e-7",
        "!!float 12, NUMBER, 12",
        "true, FLAG, true",
        "FALSE, FLAG, false",
        "~, NOTHING, ''",
        "null, NOTHING, ''",
        "'', NOTHING, ''"
    })
    void plain_scalars_are_read_without_the_surprises_of_yaml_1_1(String written, Scalar.Kind kind, String text) {
        // When
        Mapping root = (Mapping) root("key: " + written);

        // Then
        Scalar scalar = (Scalar) root.entry("key").orElseThrow().value();
        assertThat(scalar.kind()).isEqualTo(kind);
        assertThat(scalar.text()).isEqualTo(text);
    }

    @Test
    void every_value_has_its_line_and_column() {
        // When
        Mapping root = (Mapping) root("a: 1\nb:\n  - x\n  - {c: \"y\"}\n");

        // Then
        Node.Sequence list = (Node.Sequence) root.get("b").orElseThrow();
        assertThat(list.position()).isEqualTo(new Position(3, 3));
        Mapping inner = (Mapping) list.items().get(1);
        assertThat(inner.position()).isEqualTo(new Position(4, 5));
        assertThat(inner.entry("c").orElseThrow().keyPosition()).isEqualTo(new Position(4, 6));
        assertThat(inner.get("c").orElseThrow().position()).isEqualTo(new Position(4, 9));
    }

    @Test
    void json_is_read_with_tabs_escapes_and_places() {
        // When
        Mapping root = (Mapping) root("{\n\t\"a\\/b\": \"\\ud83d\\ude00\",\n\t\"n\": 1.50\n}");

        // Then
        assertThat(root.get("a/b")).contains(new Scalar(Scalar.Kind.TEXT, "😀", new Position(2, 10)));
        assertThat(root.get("n")).contains(new Scalar(Scalar.Kind.NUMBER, "1.50", new Position(3, 7)));
    }

    @Test
    void a_byte_order_mark_is_no_content() {
        // When
        Node root = root("\uFEFFa: 1");

        // Then
        assertThat(((Mapping) root).get("a")).isPresent();
    }

    @Test
    void a_merge_key_in_json_is_a_key_like_any_other() {
        // When
        Mapping root = (Mapping) root("{\"<<\": {\"a\": 1}}");

        // Then
        assertThat(root.get("<<")).isPresent();
        assertThat(root.get("a")).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("", "null: the text is empty"),
                Arguments.of("# nothing", "null: the text is empty"),
                Arguments.of("a:\n\t- b", "2:1: the line is indented with a tab"),
                Arguments.of("a:\n  b: 1\n \t c: 2", "3:2: the line is indented with a tab"),
                Arguments.of("a: b: c", "1:5: a colon stands where none may"),
                Arguments.of("a: 1\n b: 2", "2:3: a colon stands where none may"),
                Arguments.of("a: \"b", "1:4: the quote that opens here is never closed"),
                Arguments.of("a: \"\\d\"", "1:4: the quoted text that begins here holds an unknown escape"),
                Arguments.of("a: [b, c\nd: 1", "2:2: a bracket or brace is not closed, or a comma is missing"),
                Arguments.of("a: b\n%\n", "2:2: a line may not begin with %"),
                Arguments.of("a: &\nb: c", "1:5: this is not YAML: unexpected character found (10)"),
                Arguments.of("a: @b", "1:4: a text may not begin with this character"),
                Arguments.of("a:\n  - b\n - c", "3:2: this line does not fit the ones above"),
                Arguments.of("a: 1\nb", "2:2: this line does not fit the ones above"),
                Arguments.of("a: 1\n---\nb: 2", "2:1: a second YAML document begins here"),
                Arguments.of("a: !!java.net.URL x", "1:4: the tag !!java.net.URL is not supported here"),
                Arguments.of("a: !local {}", "1:4: the tag !local is not supported here"),
                Arguments.of("a: !!int twelve", "1:4: the tag !!int is not supported here"),
                Arguments.of("a: *b", "1:4: *b refers to nothing that is complete at this place"),
                Arguments.of("a: &b [*b]", "1:8: *b refers to nothing that is complete at this place"),
                Arguments.of("{a: 1}: b", "1:1: a key must be plain text here"),
                Arguments.of("'': b", "1:1: a key is empty"),
                Arguments.of("<<: x\na: 1", "1:5: << takes a mapping or a list of mappings"),
                Arguments.of("a: x\u0007y", "1:5: the character U+0007 may not stand in YAML"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_named_with_its_place(String text, String expected) {
        // When
        List<Fault> faults = faultsOf(reader.read(text, "x.yaml"));

        // Then
        assertThat(faults).extracting(DocumentReaderTest::placed).containsExactly(expected);
    }

    @Test
    void every_doubled_key_is_named() {
        // When
        List<Fault> faults = faultsOf(reader.read("a: 1\nb: {c: 1, c: 2}\na: 2", "x.yaml"));

        // Then
        assertThat(faults)
                .extracting(DocumentReaderTest::placed)
                .containsExactly(
                        "2:11: the key c stands twice in one mapping, first in line 2",
                        "3:1: the key a stands twice in one mapping, first in line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": 1,}", "{\"a\": 1", "{\"a\": 01}", "{'a': 1}", "{\"a\": 1} x", "{\"a\": \"\t\"}", "nope"
            })
    void a_file_that_is_named_json_is_read_as_json_only(String text) {
        // When
        List<Fault> faults = faultsOf(reader.read(text, "x.JSON"));

        // Then
        assertThat(faults).hasSize(1).allSatisfy(f -> assertThat(f.position()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"a\\nb\": 1\n\"a\\nb\": 2', '2:1: the key a b stands twice in one mapping, first in line 1'",
        "!a%0Ab c, '1:1: the tag !a b is not supported here'",
    })
    void what_a_fault_quotes_stands_on_one_line(String text, String expected) {
        // When
        List<Fault> faults = faultsOf(reader.read(text, "x.yaml"));

        // Then
        assertThat(faults).extracting(DocumentReaderTest::placed).containsExactly(expected);
    }

    @Test
    void doubled_keys_of_json_are_refused_too() {
        // When
        List<Fault> faults = faultsOf(reader.read("{\"a\": 1, \"a\": 2}", "x.json"));

        // Then
        assertThat(faults)
                .extracting(DocumentReaderTest::placed)
                .containsExactly("1:10: the key a stands twice in one mapping, first in line 1");
    }

    @Test
    void a_text_that_is_not_utf_8_is_refused_with_its_byte() {
        // When
        List<Fault> latin = faultsOf(reader.read("a: 1\nname: caf\u00e9\n".getBytes(ISO_8859_1), "x.yaml"));
        List<Fault> utf16 = faultsOf(reader.read("\uFEFFa: 1".getBytes(UTF_16LE), "x.yaml"));
        List<Fault> cut = faultsOf(reader.read(new byte[] {'a', ':', ' ', (byte) 0xC3}, "x.yaml"));

        // Then
        assertThat(latin).extracting(DocumentReaderTest::placed).containsExactly("2:10: byte 14 (0xE9) is not UTF-8");
        assertThat(utf16)
                .extracting(DocumentReaderTest::placed)
                .containsExactly("null: this is UTF-16 text, not text in UTF-8");
        assertThat(cut).extracting(DocumentReaderTest::placed).containsExactly("1:4: byte 3 (0xC3) is not UTF-8");
    }

    @Test
    void a_text_above_the_limit_is_refused() {
        // Given
        byte[] large = ("a: " + "x".repeat(16 << 20)).getBytes(UTF_8);

        // When
        List<Fault> faults = faultsOf(reader.read(large, "x.yaml"));

        // Then
        assertThat(faults)
                .extracting(DocumentReaderTest::placed)
                .containsExactly("null: the text is larger than 16 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.yaml", "x.json"})
    void a_text_of_countless_values_is_refused_before_it_fills_the_memory(String name) {
        // Given
        String text = "[" + "1,".repeat(1_000_000) + "1]";

        // When
        List<Fault> faults = faultsOf(reader.read(text, name));

        // Then
        assertThat(faults).extracting(Fault::message).containsExactly("the document is too large once it is unfolded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.yaml", "x.json"})
    void a_text_that_is_nested_too_deep_is_refused(String name) {
        // Given
        String text = "[".repeat(100_000) + "]".repeat(100_000);

        // When
        List<Fault> faults = faultsOf(reader.read(text, name));

        // Then
        assertThat(faults).extracting(Fault::message).containsExactly("nested more than 50 levels deep");
    }

    @Test
    void aliases_that_multiply_are_refused() {
        // Given
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, alias))));
        }

        // When
        List<Fault> faults = faultsOf(reader.read(bomb.toString(), "x.yaml"));

        // Then
        assertThat(faults).extracting(Fault::message).containsExactly("the document is too large once it is unfolded");
    }

    @Test
    void aliases_count_towards_the_depth() {
        // Given
        StringBuilder deep = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            deep.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }

        // When
        List<Fault> faults = faultsOf(reader.read(deep.toString(), "x.yaml"));

        // Then
        assertThat(faults).extracting(Fault::message).containsExactly("nested more than 50 levels deep");
    }

    private Node root(String text) {
        return switch (reader.read(text, "x.yaml")) {
            case DocumentReader.Result.Document document -> document.root();
            case DocumentReader.Result.Unreadable unreadable -> throw new AssertionError(unreadable.faults());
        };
    }

    private static List<Fault> faultsOf(DocumentReader.Result result) {
        return switch (result) {
            case DocumentReader.Result.Document document -> List.of();
            case DocumentReader.Result.Unreadable unreadable -> unreadable.faults();
        };
    }

    private static String placed(Fault fault) {
        Position at = fault.position();
        return (at == null ? "null" : at.line() + ":" + at.column()) + ": " + fault.message();
    }
}
