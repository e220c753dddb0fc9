package dev.assay.simulator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            42         | 42         | 42         | 42
            -3.50      | -3.50      | -3.50      | -3.50
            $1,234     | 1234       | $1234      | $1,234
            12345.67   | 12345.67   | 12345.67   | 12,345.67
            -1000000   | -1000000   | -1000000   | -1,000,000
            1969       | 1969       | 1969       | 1969
            2024.5     | 2024.5     | 2024.5     | 2,024.5
            7000       | 7000       | 7000       | 7,000
            15%        | 15         | 15%        | 15%
            0          | 0          | 0          | 0
            0.25       | 0.25       | 0.25       | 0.25
            """)
    void a_number_is_read_and_written_both_ways(String text, BigDecimal value, String plain, String grouped) {
        // When
        Figure figure = Figure.parse(text).orElseThrow();
        // Then
        assertThat(figure.value()).isEqualTo(value);
        assertThat(figure.plain()).isEqualTo(plain);
        assertThat(figure.grouped()).isEqualTo(grouped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "007", "1,23", "12:30", "three", "1e5", "--4", "4.", "$", "5 apples"})
    void what_is_no_number_is_none(String text) {
        assertThat(Figure.parse(text)).isEmpty();
    }

    @Test
    void a_reference_is_recognised_for_what_it_is() {
        assertThat(ReferenceKind.of("(C)")).isEqualTo(ReferenceKind.CHOICE);
        assertThat(ReferenceKind.of("j")).isEqualTo(ReferenceKind.CHOICE);
        assertThat(ReferenceKind.of("K")).isEqualTo(ReferenceKind.TEXT);
        assertThat(ReferenceKind.of("Yes")).isEqualTo(ReferenceKind.TWO_WAY);
        assertThat(ReferenceKind.of("-12.5")).isEqualTo(ReferenceKind.NUMBER);
        assertThat(ReferenceKind.of("12 apples")).isEqualTo(ReferenceKind.TEXT);
    }
}
