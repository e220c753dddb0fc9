package dev.assay.scoring.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values are those of Python 3.11's {@code re}. */
class SafePatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a{|xa{|a{",
                "a{,2}b|aaab|aab",
                "[]a]+|x]a]|]a]",
                "[a-]+|b-a|-a",
                "[[:]+|:[:|:[:",
                "[^\\s]+|  ab c|ab",
                "[\\d.]+|x1.5y|1.5",
                "(?i)ÄB|äb|äb",
                "(?i)k|\u212A|\u212A",
                "(?i:a)B|AB|AB",
                "(?i:a)B|Ab|none",
                "(?-i:a)|a|a",
                "(?x) a  b # two|ab|ab",
                "a(?#note)b|ab|ab",
                "(?P<n>a)b|ab|ab",
                "(?<=The answer is )(.*)(?=.)|The answer is 5.|5",
                "a(?!b)|aba|a",
                "(?<!x)a|xaa|a",
                "\\x41\\u0042|AB|AB",
                "\\.|a.b|.",
                "\\w+|né\u0301e|né",
                "\\d+|x٣|٣",
                "😀+|a😀😀|😀😀",
                "[😀-😂]|😁|😁",
                "^.$|😀|😀",
                "a??b|ab|ab",
                "a|ab|a",
                "\\Aa|ba|none",
                "a\\Z|ab|none",
                "\\bthe\\b|other the|the",
            })
    void the_first_match_is_the_one_that_python_finds(String pattern, String text, String expected) {
        // When
        String found = SafePattern.compile(pattern).first(text).map(Match::text).orElse(null);

        // Then
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_dollar_sign_matches_before_a_last_line_feed_and_with_m_before_any() {
        // Given
        String text = "a\nb\n";

        // When
        List<String> ends = texts("\\w$", text);

        // Then
        assertThat(ends).containsExactly("b");
        assertThat(texts("(?m)\\w$", text)).containsExactly("a", "b");
        assertThat(texts("(?m)^\\w", text)).containsExactly("a", "b");
        assertThat(texts("\\w\\Z", text)).isEmpty();
        assertThat(texts("a.b", text)).isEmpty();
        assertThat(texts("a.b", "a\u2028b")).hasSize(1);
        assertThat(texts("(?s)a.b", text)).containsExactly("a\nb");
    }

    @Test
    void empty_matches_are_found_where_python_finds_them() {
        // Given
        SafePattern pattern = SafePattern.compile("|a");

        // When
        List<Match> found = pattern.all("ab");

        // Then
        assertThat(found).extracting(Match::start).containsExactly(0, 0, 1, 2);
        assertThat(found).extracting(Match::text).containsExactly("", "a", "", "");
        assertThat(SafePattern.compile("x*").removeFrom("axb")).isEqualTo("ab");
    }

    @Test
    void first_last_and_nth_match_are_picked_from_the_same_list() {
        // Given
        SafePattern pattern = SafePattern.compile("\\d+");

        // When
        List<Match> all = pattern.all("1 22 333");

        // Then
        assertThat(all).hasSize(3);
        assertThat(pattern.first("1 22 333")).contains(all.get(0));
        assertThat(pattern.nth("1 22 333", 1)).contains(all.get(1));
        assertThat(pattern.last("1 22 333")).contains(all.get(2));
        assertThat(pattern.nth("1 22 333", 3)).isEmpty();
        assertThat(pattern.last("none")).isEmpty();
    }

    @Test
    void the_answer_of_a_match_is_the_first_group_that_is_not_empty() {
        // Given
        SafePattern pattern = SafePattern.compile("(x)?(y)?(z)?");

        // When
        Match match = pattern.first("yz").orElseThrow();

        // Then
        assertThat(match.answer()).contains("y");
        assertThat(pattern.first("a").orElseThrow().answer()).isEmpty();
        assertThat(SafePattern.compile("a").first("a").orElseThrow().answer()).contains("a");
    }

    @Test
    void a_loop_whose_turn_takes_nothing_ends() {
        // When
        List<String> found = texts("(a*)*b|(a|b*)+c", "aab bbc");

        // Then
        assertThat(found).containsExactly("aab", "b", "b", "c");
        assertThat(texts("(?:a|b*)+c", "aab bbc")).containsExactly("bbc");
        assertThat(texts("(?:a|ab)(?:c|bcd)", "abcd")).containsExactly("abcd");
    }

    @Test
    void text_can_be_searched_for_literally() {
        // Given
        String special = "a.b*(c)[d] \\ # é😀\n";

        // When
        SafePattern literal = SafePattern.literal(special, false);

        // Then
        assertThat(literal.first("x" + special)).isPresent();
        assertThat(literal.first("axb*(c)[d] \\ # é😀\n")).isEmpty();
        assertThat(SafePattern.literal("ANSWER", true).first("the answer")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a|missing ')'",
                "a)|unbalanced ')'",
                "[a|not closed",
                "*a|nothing to repeat",
                "a**|multiple repeat",
                "a{3,2}|below its minimum",
                "a{1001}|beyond 1000",
                "[b-a]|bad range",
                "[a-\\d]|bad range",
                "\\q|unknown escape",
                "\\x4|hexadecimal",
                "a\\|backslash at the end",
                "(?P<n>a)(?P<n>b)|used twice",
                "(?q)a|unknown or misplaced flag",
                "a(?i)|unknown or misplaced flag",
                "(?<=a+)b|fixed width",
                "(a)\\1|back-references",
                "(?P<n>a)(?P=n)|back-references",
                "(a)?(?(1)b)|conditionals",
                "(?>a)|atomic",
                "a++|possessive",
            })
    void what_is_no_pattern_or_cannot_be_linear_is_refused_with_the_reason(String pattern, String reason) {
        // When
        var refused = assertThatThrownBy(() -> SafePattern.compile(pattern));

        // Then
        refused.isInstanceOf(PatternException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("at position");
    }

    @Test
    void patterns_that_are_too_long_or_nested_too_deeply_are_refused() {
        // Given
        String deep = "(".repeat(100) + ")".repeat(100);

        // When
        var refused = assertThatThrownBy(() -> SafePattern.compile(deep));

        // Then
        refused.isInstanceOf(PatternException.class).hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> SafePattern.compile("a".repeat(3_000))).isInstanceOf(PatternException.class);
        assertThatThrownBy(() -> SafePattern.compile("(((a{100}){100}){100})"))
                .isInstanceOf(PatternException.class)
                .hasMessageContaining("too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(a*)*b", "(a+a+)+b", "(?:a|a)*b", "(.|\\n)*b", "(a?){30}a{30}b", "(?:|){1000}b", "(\\w+\\s?)+!"
            })
    void patterns_that_backtrack_for_ever_elsewhere_end_here(String pattern) {
        // Given
        String text = "a".repeat(20_000);

        // When
        var found = SafePattern.compile(pattern).first(text);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void a_look_ahead_to_the_end_from_everywhere_stops_at_the_budget() {
        // Given
        SafePattern pattern = SafePattern.compile("(?=.*x)a");

        // When
        var stopped = assertThatThrownBy(() -> pattern.first("a".repeat(50_000)));

        // Then
        stopped.isInstanceOf(PatternLimitException.class).hasMessageContaining("steps");
    }

    @Test
    void a_pattern_too_large_for_a_text_is_not_even_tried() {
        // Given
        SafePattern pattern = SafePattern.compile("(?:a?){1000}b");

        // When
        var stopped = assertThatThrownBy(() -> pattern.first("a".repeat(100_000)));

        // Then
        stopped.isInstanceOf(PatternLimitException.class).hasMessageContaining("too large");
    }

    private static List<String> texts(String pattern, String text) {
        return SafePattern.compile(pattern).all(text).stream().map(Match::text).toList();
    }
}
