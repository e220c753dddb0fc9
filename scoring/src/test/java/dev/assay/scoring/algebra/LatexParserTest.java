package dev.assay.scoring.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatexParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1/2;0.50",
                "\\frac{10}{4};2.5",
                "\\frac12;\\dfrac{1}{2}",
                "1,000;1000",
                "x^2+2x+1;(x+1)^2",
                "\\frac{x^2-1}{x-1};x+1",
                "\\sqrt{12};2\\sqrt{3}",
                "\\frac{1}{\\sqrt{2}};\\frac{\\sqrt{2}}{2}",
                "\\sqrt[3]{8};2",
                "\\sqrt{2}\\cdot\\sqrt{3};\\sqrt{6}",
                "\\sqrt{-4};2\\sqrt{-1}",
                "\\sqrt{x}\\sqrt{x};x",
                "5!;120",
                "\\binom{5}{2};10",
                "\\log_28;3",
                "\\ln 4;2\\ln 2",
                "|-3|;3",
                "2^{-3};0.125",
                "--5;5",
                "\\left( 7 \\right);7",
                "\\sin 2x;\\sin(2x)",
                "5,;5",
            })
    void what_is_the_same_is_found_to_be(String one, String other) throws NotUnderstoodException {
        // When
        boolean same = LatexParser.parse(one).isSame(LatexParser.parse(other));

        // Then
        assertThat(same).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\\pi;3.14159",
                "e^{i\\pi};-1",
                "0.333;\\frac{1}{3}",
                "x;y",
                "f(x);fx",
                "\\sqrt{x^2};x",
                "x^2+1;(x+1)^2",
                "\\sin x;\\cos x",
            })
    void what_differs_or_is_not_known_to_be_the_same_differs(String one, String other) throws NotUnderstoodException {
        // When
        boolean same = LatexParser.parse(one).isSame(LatexParser.parse(other));

        // Then
        assertThat(same).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".5",
                "[1,2)",
                "x<2",
                "\\frac1",
                "1+",
                "\\int x dx",
                "\\infty",
                "5\\%",
                "(",
                "1/0",
                "0^{-1}",
                "9^{9^{9}}",
                "(a+b+c+d+e+f+g+h)^{60}",
                "x\\in[1,2]"
            })
    void what_is_no_formula_or_has_no_value_is_refused(String text) {
        assertThatThrownBy(() -> LatexParser.parse(text)).isInstanceOf(NotUnderstoodException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "\\sqrt{", "2^{", "|"})
    void deep_nesting_is_refused(String part) {
        assertThatThrownBy(() -> LatexParser.parse(part.repeat(1500 / part.length()) + "1"))
                .isInstanceOfAny(NotUnderstoodException.class);
    }

    @Property(tries = 500)
    void any_text_is_read_or_refused(@ForAll @StringLength(max = 30) String text) {
        // When
        String outcome = outcome(text);

        // Then
        assertThat(outcome).isIn("read", "refused");
    }

    @Property
    void fractions_are_added_as_in_school(
            @ForAll @IntRange(min = -50, max = 50) int a,
            @ForAll @IntRange(min = 1, max = 50) int b,
            @ForAll @IntRange(min = 1, max = 50) int c)
            throws NotUnderstoodException {
        // When
        Expression sum = LatexParser.parse("\\frac{%d}{%d}+\\frac{x}{%d}".formatted(a, b, c));
        Expression joined = LatexParser.parse("\\frac{%d+%d x}{%d}".formatted(a * c, b, b * c));

        // Then
        assertThat(sum.isSame(joined)).isTrue();
    }

    private static String outcome(String text) {
        try {
            LatexParser.parse(text);
            return "read";
        } catch (NotUnderstoodException refused) {
            return "refused";
        }
    }
}
