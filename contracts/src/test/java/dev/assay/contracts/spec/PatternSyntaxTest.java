package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#### (\\-?[0-9\\.\\,]+)",
                "(-?[$0-9.,]{2,})|(-?[0-9]+)",
                "(?i)\\A\\s*(?:[\\s\\S]*answer\\**\\s*(?:is|:|=)[\\s:*]*)?(.+?)[\\s.*!]*(?:\\n[\\s\\S]*)?\\Z",
                "^(?:[Tt]he|[Aa]n?)\\s+",
                "(?P<letter>[A-D])(?P=letter)",
                "(?<=x)y(?!z)(?<!a)",
                "[]]",
                "[^]]*",
                "[[]",
                "[\\]]",
                "[(]",
                "a{2}b{3,}?",
                "a*?b+?c??d*+",
                "|a||",
                "()",
                "\\(",
                "\\\\"
            })
    void a_pattern_of_python_is_accepted(String pattern) {
        assertThat(PatternSyntax.complaint(pattern)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "(a ! 1 ( is never closed",
                "((a ! 2 ( are never closed",
                "a) ! the ) at character 2 closes nothing",
                "(a)) ! the ) at character 4 closes nothing",
                "x[a ! the [ at character 2 is never closed",
                "[] ! the [ at character 1 is never closed",
                "[a\\] ! the [ at character 1 is never closed",
                "* ! the * at character 1 repeats nothing",
                "a|+ ! the + at character 3 repeats nothing",
                "(*) ! the * at character 2 repeats nothing",
                "a\\ ! ends with a backslash"
            })
    void a_slip_is_named(String pattern, String expected) {
        assertThat(PatternSyntax.complaint(pattern)).isEqualTo("must be a regular expression, but " + expected);
    }
}
