package dev.assay.benchmarks.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class DatasetPropertiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 300)
    void what_another_library_wrote_as_json_is_read_back_equal(
            @ForAll("items") @Size(min = 1, max = 5) List<Map<String, Object>> written) throws JsonProcessingException {
        // Given
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> item : written) {
            lines.append(JSON.writeValueAsString(item)).append("\n");
        }

        // When
        List<Map<String, Object>> fromLines = fields(DatasetFormat.JSONL, lines.toString());
        List<Map<String, Object>> fromArray =
                fields(DatasetFormat.JSON, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(written));

        // Then
        assertThat(fromLines).isEqualTo(written);
        assertThat(fromArray).isEqualTo(written);
    }

    @Property(tries = 300)
    void canonical_json_reads_back_equal_and_does_not_depend_on_the_order_of_fields(
            @ForAll("item") Map<String, Object> fields) {
        // Given
        Map<String, Object> reversed = new LinkedHashMap<>();
        fields.keySet().stream().toList().reversed().forEach(key -> reversed.put(key, fields.get(key)));

        // When
        String canonical = CanonicalJson.write(fields);

        // Then
        assertThat(CanonicalJson.read(canonical)).isEqualTo(fields);
        assertThat(CanonicalJson.write(reversed)).isEqualTo(canonical);
    }

    @Property(tries = 300)
    void quoted_csv_is_read_back_equal(@ForAll("rows") @Size(min = 1, max = 6) List<List<String>> rows) {
        // Given
        String csv = "a,b,c\r\n"
                + rows.stream()
                        .map(row -> row.stream()
                                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n"));

        // When
        List<Map<String, Object>> read = fields(DatasetFormat.CSV, csv);

        // Then
        assertThat(read)
                .isEqualTo(rows.stream()
                        .map(row -> Map.<String, Object>of("a", row.get(0), "b", row.get(1), "c", row.get(2)))
                        .toList());
    }

    @Property(tries = 1500)
    void damaged_files_are_read_or_refused_with_a_place_but_never_break_the_reader(
            @ForAll DatasetFormat format, @ForAll long seed) {
        // Given
        Random random = new Random(seed);
        byte[] bytes = sample(format).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt(256) : bytes[random.nextInt(bytes.length)];
        }
        if (random.nextBoolean()) {
            int from = random.nextInt(bytes.length);
            int repeated = random.nextInt(Math.min(20, bytes.length - from));
            byte[] piece = Arrays.copyOfRange(bytes, from, from + repeated);
            bytes = with(
                    bytes,
                    from,
                    new String(piece, StandardCharsets.ISO_8859_1)
                            .repeat(1 + random.nextInt(50))
                            .getBytes(StandardCharsets.ISO_8859_1));
        }

        // When
        String outcome = outcome(format, bytes);

        // Then
        assertThat(outcome).isIn("read", "refused");
    }

    @Property(tries = 200)
    void the_size_of_the_pieces_that_a_stream_gives_makes_no_difference(
            @ForAll DatasetFormat format, @ForAll long seed) {
        // Given
        byte[] bytes = sample(format).repeat(1).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        ByteArrayInputStream dripping = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(3)));
            }
        };

        // When
        List<DatasetItem> items = read(DatasetReader.open(dripping, format, Set.of()));

        // Then
        assertThat(items).isEqualTo(DatasetReaderTest.items(format, sample(format)));
    }

    private static byte[] with(byte[] bytes, int at, byte[] inserted) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + inserted.length);
        System.arraycopy(inserted, 0, longer, at, inserted.length);
        System.arraycopy(bytes, at, longer, at + inserted.length, bytes.length - at);
        return longer;
    }

    private static String outcome(DatasetFormat format, byte[] bytes) {
        try {
            read(DatasetReader.open(new ByteArrayInputStream(bytes), format, Set.of("question")));
            return "read";
        } catch (InvalidDatasetException e) {
            if (e.problem().message().contains("\n") || e.problem().remedy().isBlank()) {
                return "refused, but not in words of one line: " + e.getMessage();
            }
            boolean placed = e.problem().line() != null
                    || e.problem().message().contains("file")
                    || e.problem().message().equals("the dataset has no items");
            return placed ? "refused" : "refused without a place: " + e.getMessage();
        }
    }

    private static String sample(DatasetFormat format) {
        return switch (format) {
            case JSONL ->
                "{\"id\": \"a\", \"question\": \"Wie heißt “das”?\"}\n{\"id\": 2, \"question\": [1.5, null, {}]}\n";
            case JSON -> "[{\"id\": \"a\", \"question\": \"Wie 😀\"},\n {\"id\": 2, \"question\": [1.5, null, {}]}]\n";
            case CSV -> "id,question\na,\"Wie, heißt\n\"\"das\"\"?\"\nb,plain\n";
        };
    }

    private static List<Map<String, Object>> fields(DatasetFormat format, String text) {
        return DatasetReaderTest.items(format, text).stream()
                .map(DatasetItem::fields)
                .toList();
    }

    private static List<DatasetItem> read(DatasetReader reader) {
        List<DatasetItem> items = new java.util.ArrayList<>();
        reader.forEachRemaining(items::add);
        return items;
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> items() {
        return item().list();
    }

    @Provide
    Arbitrary<Map<String, Object>> item() {
        return Arbitraries.maps(text().filter(name -> !name.equals("id")), value())
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return text().list().ofSize(3).list();
    }

    private static Arbitrary<Object> value() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                text().map(v -> v),
                Arbitraries.longs().map(v -> v),
                Arbitraries.doubles().map(v -> v),
                Arbitraries.bigIntegers().map(v -> v.multiply(BigInteger.TEN).add(BigInteger.TWO.pow(70))),
                Arbitraries.of(true, false).map(v -> v),
                Arbitraries.just(null));
        return Arbitraries.lazyOf(
                () -> plain,
                () -> plain,
                () -> plain.list().ofMaxSize(3).map(v -> v),
                () -> Arbitraries.maps(text(), plain).ofMaxSize(3).map(v -> v));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars('a', '"', '\\', '\n', '\r', '\t', ',', ' ', '\u0001', '\u007f', 'é', '\u2028', '\uffff')
                .withCharRange('b', 'z')
                .ofMaxLength(12)
                .map(text -> text.replace("zz", "😀"));
    }
}
