package dev.assay.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(null, ""),
                arguments("", ""),
                arguments("plain", "plain"),
                arguments("1-2", "1-2"),
                arguments("a,b", "\"a,b\""),
                arguments("say \"yes\"", "\"say \"\"yes\"\"\""),
                arguments("a\nb", "\"a\nb\""),
                arguments("=1+1", "'=1+1"),
                arguments("+49", "'+49"),
                arguments("-5", "'-5"),
                arguments("@SUM(A1)", "'@SUM(A1)"),
                arguments("\tx", "'\tx"),
                arguments("\r\n=1", "\"'\r\n=1\""),
                arguments("=a,b", "\"'=a,b\""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_is_quoted_where_it_must_be_and_never_a_formula(String text, String cell) {
        // When
        String written = Csv.text(text);

        // Then
        assertThat(written).isEqualTo(cell);
    }
}
