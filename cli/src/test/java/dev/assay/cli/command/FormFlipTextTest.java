package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.text.Ink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormFlipTextTest {

    @Test
    void both_answers_of_a_sample_are_shown_and_where_to_read_on() throws IOException {
        // Given
        String page = """
                {"flips": [{"itemId": "sum-1", "model": "m",
                  "original": {"task": "run1.m.0.0", "score": 1, "extracted": {"strict": "7", "flexible": "7"}},
                  "changed": {"task": "run1.m.0.1", "score": 0, "extracted": {"strict": "", "flexible": "9"}}}]}
                """;

        // When
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FormFlipText(new ObjectMapper().readTree(page))
                .table()
                .print(new PrintStream(out, true, StandardCharsets.UTF_8), new Ink(false));

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.strip().replaceAll(" {2,}", " / ")))
                .containsExactly("sum-1 / m / m.0.0 / 1.000 / 7 | 7 / m.0.1 / 0.000 / | 9");
    }
}
