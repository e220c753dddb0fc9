package dev.assay.benchmarks.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetReaderTest {

    @Test
    void json_lines_give_items_in_order_with_their_lines() {
        // Given
        String text = "{\"q\": \"one\"}\r\n\n{\"id\": \"b\", \"q\": \"two\"}\n{\"id\": 7, \"q\": \"three\"}";

        // When
        List<DatasetItem> items = items(DatasetFormat.JSONL, text);

        // Then
        assertThat(items)
                .containsExactly(
                        new DatasetItem(0, "item-0", Map.of("q", "one"), 1),
                        new DatasetItem(1, "b", Map.of("id", "b", "q", "two"), 3),
                        new DatasetItem(2, "7", Map.of("id", 7L, "q", "three"), 4));
    }

    @Test
    void a_json_array_gives_items_in_order_with_their_lines() {
        // Given
        String text = "[\n  {\"q\": \"one\"},\n  {\"q\":\n \"two\"}\n]\n";

        // When
        List<DatasetItem> items = items(DatasetFormat.JSON, text);

        // Then
        assertThat(items)
                .containsExactly(
                        new DatasetItem(0, "item-0", Map.of("q", "one"), 2),
                        new DatasetItem(1, "item-1", Map.of("q", "two"), 3));
    }

    @Test
    void csv_keeps_commas_quotes_and_line_breaks_inside_quotes() {
        // Given
        String text = "\uFEFFid,q,a\r\n"
                + "x,\"What is 1,000 + 1?\",1001\r\n"
                + "\r\n"
                + "y,\"Say \"\"hi\"\"\r\nand go\", spaced \r\n"
                + "z,,\"\"";

        // When
        List<DatasetItem> items = items(DatasetFormat.CSV, text);

        // Then
        assertThat(items)
                .containsExactly(
                        new DatasetItem(0, "x", Map.of("id", "x", "q", "What is 1,000 + 1?", "a", "1001"), 2),
                        new DatasetItem(1, "y", Map.of("id", "y", "q", "Say \"hi\"\r\nand go", "a", " spaced "), 4),
                        new DatasetItem(2, "z", Map.of("id", "z", "q", "", "a", ""), 6));
    }

    @Test
    void values_keep_their_types() {
        // Given
        String text = "{\"s\":\"é😀\",\"l\":-0,\"b\":123456789012345678901,\"d\":1.50,\"t\":true,\"n\":null,"
                + "\"list\":[1,[2]],\"map\":{\"k\":\"v\"}}";

        // When
        Map<String, Object> fields = items(DatasetFormat.JSONL, text).getFirst().fields();

        // Then
        assertThat(fields)
                .containsEntry("s", "é😀")
                .containsEntry("l", 0L)
                .containsEntry("b", new BigInteger("123456789012345678901"))
                .containsEntry("d", 1.5)
                .containsEntry("t", true)
                .containsEntry("n", null)
                .containsEntry("list", List.of(1L, List.of(2L)))
                .containsEntry("map", Map.of("k", "v"));
    }

    @Test
    void the_hash_depends_on_content_and_not_on_layout() {
        // Given
        String lines = "{\"a\": 1, \"b\": [\"x\"]}\n{\"a\": 2}\n";
        String array = "[{\"b\":[ \"x\" ],\"a\":1},\n\n{\"a\":2}]";
        String other = "{\"a\": 2}\n{\"a\": 1, \"b\": [\"x\"]}\n";

        // Then
        assertThat(hash(DatasetFormat.JSONL, lines))
                .isEqualTo("sha256:e26b533771dc58d31d34cc983aca337470fcd3adbae761d287f77f600ea4cbd6")
                .isEqualTo(hash(DatasetFormat.JSON, array))
                .isNotEqualTo(hash(DatasetFormat.JSONL, other));
    }

    @Test
    void an_empty_dataset_is_refused_in_every_format() {
        assertThat(problem(DatasetFormat.JSONL, "\n  \n").message()).isEqualTo("the dataset has no items");
        assertThat(problem(DatasetFormat.JSON, "").message()).isEqualTo("the dataset has no items");
        assertThat(problem(DatasetFormat.JSON, "[]").message()).isEqualTo("the dataset has no items");
        assertThat(problem(DatasetFormat.CSV, "").message()).isEqualTo("the dataset has no items");
        assertThat(problem(DatasetFormat.CSV, "a,b\n").message()).isEqualTo("the dataset has no items");
    }

    @Test
    void invalid_json_in_line_7_is_reported_with_line_and_column() {
        // Given
        String text = "{\"a\":1}\n".repeat(6) + "{\"a\": 1, \"b\" 2}\n";

        // When
        DatasetProblem problem = problem(DatasetFormat.JSONL, text);

        // Then
        assertThat(problem.line()).isEqualTo(7);
        assertThat(problem.column()).isEqualTo(14);
        assertThat(problem.text()).startsWith("line 7, column 14: this is not valid JSON: ");
    }

    @Test
    void a_missing_field_in_line_7_is_reported_with_what_there_is() {
        // Given
        String text = "{\"question\":\"?\",\"answer\":\"!\"}\n".repeat(6) + "{\"question\":\"?\",\"anwser\":\"!\"}\n";

        // When
        DatasetProblem problem = problem(DatasetFormat.JSONL, text, Set.of("question", "answer"));

        // Then
        assertThat(problem)
                .isEqualTo(new DatasetProblem(
                        7,
                        null,
                        "answer",
                        "the field 'answer' is missing, which the benchmark needs",
                        "add it to the item or correct its name in the benchmark; the item has question, anwser."
                                + " Did you mean 'anwser'?"));
    }

    @Test
    void a_line_that_is_no_object_is_refused() {
        assertThat(problem(DatasetFormat.JSONL, "{\"a\":1}\n[1,2]\n").text())
                .isEqualTo("line 2, column 1: an item is a JSON object, but this is a list; write each item as"
                        + " {\"field\": value, ...}; a file with one list of items is named .json");
        assertThat(problem(DatasetFormat.JSONL, "\"text\"").message()).endsWith("but this is a text");
        assertThat(problem(DatasetFormat.JSON, "[{\"a\":1},\n 5]").text()).startsWith("line 2, column 2: ");
        assertThat(problem(DatasetFormat.JSON, "{\"a\":1}").remedy()).contains(".jsonl");
    }

    @Test
    void duplicate_ids_are_reported_with_both_lines() {
        // Given
        String text = "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"a\"}\n";

        // When
        DatasetProblem problem = problem(DatasetFormat.JSONL, text);

        // Then
        assertThat(problem.text())
                .isEqualTo("line 3: the id 'a' was used before, in line 1; give every item its own id, or leave all"
                        + " ids away");
    }

    @Test
    void a_made_up_id_that_somebody_else_has_counts_as_duplicate() {
        assertThat(problem(DatasetFormat.JSONL, "{\"id\":\"item-1\"}\n{\"a\":1}\n")
                        .line())
                .isEqualTo(2);
    }

    @Test
    void ids_that_are_no_ids_are_refused() {
        for (String id : List.of("null", "true", "1.5", "[]", "{}", "\" \"", "\"" + "x".repeat(201) + "\"")) {
            assertThat(problem(DatasetFormat.JSONL, "{\"id\":" + id + "}").field())
                    .isEqualTo("id");
        }
    }

    @Test
    void bytes_that_are_not_utf8_are_reported_with_line_and_offset() {
        // Given
        byte[] latin1 = "{\"a\":\"ok\"}\n{\"a\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);

        // When
        DatasetProblem problem = problem(DatasetFormat.JSONL, latin1, DatasetLimits.DEFAULT);

        // Then
        assertThat(problem.text())
                .isEqualTo("line 2, column 10: byte 0xE9 at offset 20 is not UTF-8; save the file as UTF-8 text");
    }

    @Test
    void a_character_cut_off_at_the_end_of_the_file_is_not_utf8() {
        // Given
        byte[] bytes = Arrays.copyOf("{\"a\":1}\n😀".getBytes(StandardCharsets.UTF_8), 11);

        // Then
        assertThat(problem(DatasetFormat.JSONL, bytes, DatasetLimits.DEFAULT).text())
                .startsWith("line 2, column 1: byte 0xF0 at offset 8 is not UTF-8");
    }

    @Test
    void the_first_fault_is_reported_even_if_a_later_one_was_already_in_the_buffer() {
        // Given
        byte[] bytes = "{\"a\":1}\n{oops}\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        // Then
        assertThat(problem(DatasetFormat.JSONL, bytes, DatasetLimits.DEFAULT).place())
                .isEqualTo("line 2, column 2: ");
    }

    @Test
    void nul_is_refused_as_byte_and_as_escape() {
        assertThat(problem(DatasetFormat.JSONL, "{\"a\":1}\n{\"a\":\"x\0y\"}").text())
                .startsWith("line 2, column 8: a NUL character stands here");
        assertThat(problem(DatasetFormat.JSONL, "{\"a\":\"x\\u0000y\"}").message())
                .isEqualTo("this text contains the NUL character \\u0000");
        assertThat(problem(DatasetFormat.CSV, "a,b\n1,\0\n").line()).isEqualTo(2);
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThat(problem(DatasetFormat.JSONL, "{\"a\":\"\\ud83d\"}").message())
                .contains("half a character (\\ud83d");
        assertThat(problem(DatasetFormat.JSONL, "{\"\\ude00\":1}").message()).contains("half a character (\\ude00");
        assertThat(items(DatasetFormat.JSONL, "{\"a\":\"\\ud83d\\ude00\"}")).hasSize(1);
    }

    @Test
    void a_field_that_stands_twice_in_an_object_is_refused() {
        assertThat(problem(DatasetFormat.JSONL, "{\"a\":1,\"a\":2}").message())
                .isEqualTo("this object has twice the field 'a'");
    }

    @Test
    void numbers_out_of_range_are_refused() {
        assertThat(problem(DatasetFormat.JSONL, "{\"a\":1e999}").remedy()).contains("as text");
        assertThat(problem(DatasetFormat.JSONL, "{\"a\":" + "9".repeat(1001) + "}")
                        .message())
                .contains("over a limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+Infinity", "INF", "-INF", "nan", "inf"})
    void what_python_writes_for_no_number_is_refused_with_its_place_and_a_remedy(String number) {
        // When
        DatasetProblem problem = problem(DatasetFormat.JSONL, "{\"a\":1}\n{\"a\":" + number + "}");

        // Then
        assertThat(problem.message()).isEqualTo("JSON has no number " + number);
        assertThat(problem.remedy()).startsWith("write null, or a text in quotes");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":+1}", "{\"a\":.5}", "{\"a\":1} // x", "{\"a\":01}", "{'a':1}", "{\"a\":1,}"})
    void messages_name_no_setting_of_a_library(String line) {
        assertThat(problem(DatasetFormat.JSONL, line).message())
                .startsWith("this is not valid JSON: ")
                .doesNotContain("Feature", "enable", "ALLOW");
    }

    @Test
    void deep_nesting_is_refused() {
        assertThat(problem(DatasetFormat.JSONL, "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")
                        .message())
                .contains("over a limit");
    }

    @Test
    void python_dictionaries_get_a_remedy_that_helps() {
        assertThat(problem(DatasetFormat.JSONL, "{'a': 1}").remedy()).contains("double quotes only");
    }

    @Test
    void an_object_spread_over_lines_gets_a_remedy_that_helps() {
        assertThat(problem(DatasetFormat.JSONL, "{\n \"a\": 1\n}\n").remedy()).contains("on one line");
    }

    @Test
    void two_objects_on_one_line_are_refused() {
        assertThat(problem(DatasetFormat.JSONL, "{\"a\":1} {\"a\":2}").text())
                .startsWith("line 1, column 9: something");
        assertThat(problem(DatasetFormat.JSON, "[{\"a\":1}] x").message()).contains("not valid JSON");
    }

    @Test
    void csv_rows_with_another_number_of_columns_are_refused() {
        assertThat(problem(DatasetFormat.CSV, "a,b\n1,2\n1,2,3\n").text())
                .startsWith("line 3: this row has 3 columns, but the header has 2");
        assertThat(problem(DatasetFormat.CSV, "a,b\n1\n").message())
                .isEqualTo("this row has 1 column, but the header has 2");
    }

    @Test
    void csv_headers_without_or_with_equal_names_are_refused() {
        assertThat(problem(DatasetFormat.CSV, "a,,c\n1,2,3\n").message())
                .isEqualTo("column 2 has no name in the header");
        assertThat(problem(DatasetFormat.CSV, "a,a\n1,2\n").message()).isEqualTo("two columns have the name 'a'");
        assertThat(problem(DatasetFormat.CSV, "\"a\nb\",\"a\nb\"\n").message())
                .isEqualTo("two columns have the name 'a'");
        assertThat(problem(DatasetFormat.CSV, "a,a\n".replace("a", "a".repeat(1_000)))
                        .message())
                .isEqualTo("two columns have the name '" + "a".repeat(120) + "...'");
    }

    @Test
    void csv_with_a_quote_that_never_ends_is_refused() {
        assertThat(problem(DatasetFormat.CSV, "a,b\n1,2\n1,\"two\n").message()).contains("not valid CSV");
    }

    @Test
    void more_items_than_allowed_are_refused() {
        // Given
        DatasetLimits two = new DatasetLimits(2, 1000, 10);

        // Then
        assertThat(problem(DatasetFormat.JSONL, bytes("{\"a\":1}\n".repeat(3)), two)
                        .text())
                .isEqualTo("line 3: the dataset has more than 2 items; split it into several datasets");
    }

    @Test
    void files_that_are_no_text_are_named_for_what_they_are() {
        assertThat(problem(DatasetFormat.JSONL, new byte[] {0x1F, (byte) 0x8B, 8, 0}, DatasetLimits.DEFAULT)
                        .message())
                .contains("gzip");
        assertThat(problem(DatasetFormat.CSV, "a,b\n".getBytes(StandardCharsets.UTF_16), DatasetLimits.DEFAULT)
                        .message())
                .contains("UTF-16");
        assertThat(problem(DatasetFormat.JSON, bytes("PAR1xxxx"), DatasetLimits.DEFAULT)
                        .message())
                .contains("Parquet");
        assertThat(problem(DatasetFormat.JSON, bytes("PK\3\4xxxx"), DatasetLimits.DEFAULT)
                        .message())
                .contains("ZIP");
        assertThat(problem(DatasetFormat.CSV, new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD}, DatasetLimits.DEFAULT)
                        .remedy())
                .contains("unzstd");
    }

    @Test
    void the_format_follows_from_the_extension() {
        assertThat(DatasetFormat.ofFileName("../x.y/test.JSONL")).isEqualTo(DatasetFormat.JSONL);
        assertThat(DatasetFormat.ofFileName("a.ndjson")).isEqualTo(DatasetFormat.JSONL);
        assertThat(DatasetFormat.ofFileName("a.json")).isEqualTo(DatasetFormat.JSON);
        assertThat(DatasetFormat.ofFileName("a.csv")).isEqualTo(DatasetFormat.CSV);
        assertThatThrownBy(() -> DatasetFormat.ofFileName("data/test.jsonl.gz"))
                .isInstanceOf(InvalidDatasetException.class)
                .hasMessage("the dataset file 'test.jsonl.gz' has the extension .gz; unpack the file first and name the"
                        + " unpacked one");
        assertThatThrownBy(() -> DatasetFormat.ofFileName("data.d/test"))
                .hasMessageStartingWith("the dataset file 'test' has no extension");
    }

    @Test
    void the_hash_is_not_known_before_the_end() {
        // Given
        DatasetReader reader =
                open(DatasetFormat.JSONL, bytes("{\"a\":1}\n{\"a\":2}\n"), DatasetLimits.DEFAULT, Set.of());
        reader.next();

        // Then
        assertThatThrownBy(reader::contentHash).isInstanceOf(IllegalStateException.class);
    }

    static List<DatasetItem> items(DatasetFormat format, String text) {
        List<DatasetItem> items = new ArrayList<>();
        try (DatasetReader reader = open(format, bytes(text), DatasetLimits.DEFAULT, Set.of())) {
            reader.forEachRemaining(items::add);
        }
        return items;
    }

    static String hash(DatasetFormat format, String text) {
        try (DatasetReader reader = open(format, bytes(text), DatasetLimits.DEFAULT, Set.of())) {
            reader.forEachRemaining(item -> {});
            return reader.contentHash();
        }
    }

    private static DatasetProblem problem(DatasetFormat format, String text) {
        return problem(format, bytes(text), DatasetLimits.DEFAULT);
    }

    private static DatasetProblem problem(DatasetFormat format, String text, Set<String> required) {
        return problem(open(format, bytes(text), DatasetLimits.DEFAULT, required));
    }

    private static DatasetProblem problem(DatasetFormat format, byte[] bytes, DatasetLimits limits) {
        return problem(open(format, bytes, limits, Set.of()));
    }

    private static DatasetProblem problem(DatasetReader reader) {
        InvalidDatasetException refused =
                catchThrowableOfType(InvalidDatasetException.class, () -> reader.forEachRemaining(item -> {}));
        return refused.problem();
    }

    private static DatasetReader open(DatasetFormat format, byte[] bytes, DatasetLimits limits, Set<String> required) {
        return DatasetReader.open(new ByteArrayInputStream(bytes), format, limits, required);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
