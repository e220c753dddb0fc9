package dev.assay.benchmarks.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input that never ends must be refused after little more than the limit, whatever state the parser is in. */
class EndlessInputTest {

    @ParameterizedTest(name = "{0}: {1}, then for ever {2}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "JSONL;{\"a\": \";x",
                "JSONL;{\";n",
                "JSONL;{\"a\":[;1,",
                "JSONL;` `;` `",
                "JSON;[{\"a\": \";x",
                "JSON;[{\";n",
                "JSON;[{\"a\":;9",
                "JSON;[{\"a\":[;1,",
                "JSON;[` `;` `",
                "CSV;a|1,\";x",
                "CSV;a|;x",
                "CSV;a|;`,`",
                "CSV;;`x,`",
                "CSV;a|\";|",
            })
    void a_record_without_end_is_refused_soon(DatasetFormat format, String start, String forEver) {
        // Given
        CountingInput input =
                new CountingInput(start == null ? "" : start.replace('|', '\n'), forEver.replace('|', '\n'));
        DatasetReader reader = DatasetReader.open(input, format, DatasetLimits.DEFAULT, Set.of());

        // When
        InvalidDatasetException refused =
                catchThrowableOfType(InvalidDatasetException.class, () -> reader.forEachRemaining(item -> {}));

        // Then
        assertThat(refused.problem().line()).isNotNull();
        assertThat(input.bytesRead).isLessThan(DatasetLimits.DEFAULT.maxItemChars() + 4L * StrictUtf8Reader.READ_AHEAD);
    }

    @Test
    void a_line_of_ten_megabytes_is_refused_with_its_number() {
        // Given
        byte[] good = "{\"a\":1}\n".repeat(3).getBytes(StandardCharsets.UTF_8);
        CountingInput endless = new CountingInput("{\"a\": \"", "x");
        DatasetReader reader = DatasetReader.open(
                new SequenceInputStream(new java.io.ByteArrayInputStream(good), endless),
                DatasetFormat.JSONL,
                Set.of());

        // When
        InvalidDatasetException refused =
                catchThrowableOfType(InvalidDatasetException.class, () -> reader.forEachRemaining(item -> {}));

        // Then
        assertThat(refused)
                .hasMessageStartingWith("line 4: the item that begins here is longer than 1048576 characters; shorten");
    }

    @Test
    void a_line_of_exactly_the_limit_is_read() {
        // Given
        DatasetLimits limits = new DatasetLimits(10, 20, 5);
        String fits = "{\"a\":\"" + "x".repeat(12) + "\"}";

        // When
        InvalidDatasetException refused = catchThrowableOfType(
                InvalidDatasetException.class, () -> readAll(fits + "\n" + fits.replace("xx", "xxx"), limits));

        // Then
        assertThat(refused.problem().line()).isEqualTo(2);
    }

    private static void readAll(String text, DatasetLimits limits) {
        InputStream in = new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        DatasetReader.open(in, DatasetFormat.JSONL, limits, Set.of()).forEachRemaining(item -> {});
    }

    /** Some bytes once, then others again and again; fails the test if far too much is read. */
    private static final class CountingInput extends InputStream {

        private final byte[] start;
        private final byte[] forEver;
        private long bytesRead;

        CountingInput(String start, String forEver) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.forEver = forEver.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            if (bytesRead > 100_000_000) {
                throw new AssertionError("reads without end");
            }
            long at = bytesRead++;
            return at < start.length ? start[(int) at] : forEver[(int) ((at - start.length) % forEver.length)];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            byte[] piece = new byte[Math.min(length, 8192)];
            for (int i = 0; i < piece.length; i++) {
                piece[i] = (byte) read();
            }
            System.arraycopy(piece, 0, target, offset, piece.length);
            Arrays.fill(piece, (byte) 0);
            return piece.length;
        }
    }
}
