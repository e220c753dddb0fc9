package dev.assay.scoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonNumberTest {

    @ParameterizedTest
    @CsvSource({"1_000,1000", "' 5 ',5", "1.,1", ".5,0.5", "-1e3,-1000", "٣,3", "infinity,Infinity", "-inf,-Infinity"})
    void what_python_reads_as_float_is_read(String text, double expected) {
        // When
        var read = PythonNumber.parseFloat(text);

        // Then
        assertThat(read).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1__0", "_1", "1_", "1e", "0x10", "1,000", "1f", "--1", "1 2", "½"})
    void what_python_does_not_read_as_float_is_not_read(String text) {
        // When
        var read = PythonNumber.parseFloat(text);

        // Then
        assertThat(read).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0,1.0",
        "1e16,1e+16",
        "1e15,1000000000000000.0",
        "0.0001,0.0001",
        "0.00001,1e-05",
        "-0.0,-0.0",
        "1.5e300,1.5e+300",
        "NaN,nan"
    })
    void a_float_is_written_as_python_writes_it(double value, String expected) {
        // When
        String written = PythonNumber.repr(value);

        // Then
        assertThat(written).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.333333333,0.33333",
        "100000,1e+05",
        "12345.6,12346",
        "0.00001,1e-05",
        "1.0,1",
        "-2.50,-2.5",
        "-0.0,-0"
    })
    void significant_digits_are_those_of_the_format_g(double value, String expected) {
        // When
        String written = PythonNumber.general(value, 5);

        // Then
        assertThat(written).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2.675,2.67", "0.125,0.12", "0.375,0.38", "-0.001,-0.0", "NaN,NaN"})
    void rounding_is_of_the_exact_value_and_ties_go_to_even(double value, double expected) {
        // When
        double rounded = PythonNumber.round(value, 2);

        // Then
        assertThat(Double.compare(rounded, expected)).isZero();
    }

    @Test
    void a_whole_number_may_have_a_sign_and_underscores() {
        // When
        var read = PythonNumber.parseInt(" -1_0 ");

        // Then
        assertThat(read).contains(BigInteger.valueOf(-10));
        assertThat(PythonNumber.parseInt("1.0")).isEmpty();
    }

    @Property
    void what_was_written_is_read_back(@ForAll double value) {
        // When
        var read = PythonNumber.parseFloat(PythonNumber.repr(value));

        // Then
        assertThat(read).hasValue(value);
    }
}
