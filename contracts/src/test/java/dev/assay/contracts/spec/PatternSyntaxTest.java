package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
                "(?P<letter>[A-D])",
                "(?<=x)y(?!z)(?<!a)",
                "[]]",
                "[^]]*",
                "[[]",
                "[\\]]",
                "[(]",
                "a{2}b{3,}?",
                "a*?b+?c??d{2,}?",
                "[+--]",
                "[a\\-z]",
                "[z\\-a]",
                "[a-]",
                "{}{a}{,",
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
                "a\\ ! ends with a backslash",
                "x[z-a] ! the range z-a at character 3 ends before it begins",
                "a** ! the * at character 3 repeats nothing",
                "^* ! the * at character 2 repeats nothing",
                "a{3,1} ! the repetition at character 2 has a maximum below its minimum",
                "a{1001} ! the repetition at character 2 goes beyond 1000",
                "a{0,9999999999} ! the repetition at character 2 goes beyond 1000",
                "(a)\\1 ! the back-reference at character 4 cannot be matched in linear time",
                "(?P<a>x)(?P=a) ! the back-reference at character 9 cannot be matched in linear time",
                "(a)?(?(1)b|c) ! the conditional at character 5 cannot be matched in linear time",
                "(?>a) ! the atomic group at character 1 cannot be matched in linear time",
                "a++ ! the possessive repetition at character 2 cannot be matched in linear time"
            })
    void a_slip_is_named(String pattern, String expected) {
        assertThat(PatternSyntax.complaint(pattern)).isEqualTo("must be a regular expression, but " + expected);
    }

    @Test
    void a_pattern_is_as_long_as_the_scorer_reads() {
        assertThat(PatternSyntax.complaint("a".repeat(2_000))).isNull();
        assertThat(PatternSyntax.complaint("a".repeat(2_001)))
                .isEqualTo("must be a regular expression of 1 to 2000 characters");
    }
}
