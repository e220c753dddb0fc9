package dev.assay.scoring.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.definition.Parameter.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final List<Parameter> DECLARED = List.of(
            Parameter.required("pattern", Kind.PATTERN, "what to look for").withAlias("regex_pattern"),
            Parameter.optional("ignore_case", Kind.FLAG, "default false"),
            Parameter.optional("group", Kind.INTEGER, "default none"),
            Parameter.optional("tolerance", Kind.DECIMAL, "default 0"),
            Parameter.optional("words", Kind.TEXTS, "default none"),
            Parameter.oneOf("match", List.of("first", "last"), "default first"));

    @Test
    void values_are_read_by_kind_and_by_alias() {
        // When
        Arguments arguments = check(Map.of(
                "regex_pattern", "a+", "ignore_case", true, "group", 2L, "tolerance", 0.5, "words", List.of("x", 7)));

        // Then
        assertThat(arguments.text("pattern")).contains("a+");
        assertThat(arguments.flag("ignore_case", false)).isTrue();
        assertThat(arguments.integer("group")).contains(2);
        assertThat(arguments.decimal("tolerance", BigDecimal.ZERO)).isEqualByComparingTo("0.5");
        assertThat(arguments.texts("words")).containsExactly("x", "7");
        assertThat(arguments.text("match")).isEmpty();
    }

    @Test
    void the_text_forms_that_a_command_line_gives_are_read_too() {
        // When
        Arguments arguments =
                check(Map.of("pattern", "a", "ignore_case", "true", "group", "2", "tolerance", "1e-3", "words", "x"));

        // Then
        assertThat(arguments.flag("ignore_case", false)).isTrue();
        assertThat(arguments.integer("group")).contains(2);
        assertThat(arguments.decimal("tolerance", BigDecimal.ZERO)).isEqualByComparingTo("0.001");
        assertThat(arguments.texts("words")).containsExactly("x");
    }

    @Test
    void an_unknown_parameter_is_named_together_with_the_nearest() {
        // When
        var refused = refused(Map.of("pattern", "a", "ignorecase", true));

        // Then
        refused.hasMessage(
                "steps[0].ignorecase: unknown parameter of filter 'regex': 'ignorecase';"
                        + " did you mean 'ignore_case'? Known: pattern, regex_pattern, ignore_case, group, tolerance, words, match");
    }

    @Test
    void a_missing_parameter_is_named_with_its_meaning() {
        // When
        var refused = refused(Map.of("group", 1));

        // Then
        refused.hasMessage("steps[0]: filter 'regex' needs the parameter 'pattern': what to look for");
    }

    @Test
    void a_parameter_under_two_names_is_refused() {
        // When
        var refused = refused(Map.of("pattern", "a", "regex_pattern", "b"));

        // Then
        refused.hasMessageEndingWith("'pattern' is given twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignore_case|yes|true or false",
                "group|1.5|a whole number",
                "group|99999999999|a whole number",
                "tolerance|abc|a number",
                "tolerance|1e999999|a number",
            })
    void a_value_of_the_wrong_kind_is_refused(String parameter, String value, String expected) {
        // When
        var refused = refused(Map.of("pattern", "a", parameter, value));

        // Then
        refused.hasMessageStartingWith("steps[0]." + parameter + ": expected " + expected);
    }

    @Test
    void a_value_outside_a_closed_list_is_named_with_the_nearest() {
        // When
        var refused = refused(Map.of("pattern", "a", "match", "frist"));

        // Then
        refused.hasMessage("steps[0].match: unknown value 'frist'; did you mean 'first'? Known: first, last");
    }

    @Test
    void a_pattern_that_is_none_is_refused_with_the_position() {
        // Given
        Arguments arguments = check(Map.of("pattern", "a(b"));

        // When
        var refused = assertThatThrownBy(() -> arguments.pattern("pattern", false));

        // Then
        refused.isInstanceOf(DefinitionException.class)
                .hasMessage("steps[0].pattern: missing ')' at position 3 of the pattern 'a(b'");
    }

    @Test
    void an_owner_without_parameters_says_so() {
        // When
        var refused = assertThatThrownBy(
                () -> Arguments.check(new Definition("steps[0]", "strip", Map.of("x", 1)), "filter", List.of()));

        // Then
        refused.hasMessage("steps[0].x: filter 'strip' takes no parameters");
    }

    private static Arguments check(Map<String, Object> written) {
        return Arguments.check(new Definition("steps[0]", "regex", written), "filter", DECLARED);
    }

    private static AbstractThrowableAssert<?, ?> refused(Map<String, Object> written) {
        return assertThatThrownBy(() -> check(written)).isInstanceOf(DefinitionException.class);
    }
}
