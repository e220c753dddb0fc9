package dev.assay.scoring.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares with {@code java.util.regex} where both dialects mean the same. */
class SafePatternPropertiesTest {

    @Property(tries = 2_000)
    void the_first_match_and_its_groups_are_those_of_the_jdk(
            @ForAll("patterns") String pattern, @ForAll("texts") String text) {
        // Given
        Matcher jdk = Pattern.compile(pattern, Pattern.UNIX_LINES).matcher(text);

        // When
        List<String> ours = SafePattern.compile(pattern)
                .first(text)
                .map(match -> match.groups().stream().map(g -> g.orElse("-")).toList())
                .orElse(List.of());

        // Then
        List<String> expected = new ArrayList<>();
        if (jdk.find()) {
            for (int group = 0; group <= jdk.groupCount(); group++) {
                expected.add(jdk.group(group) == null ? "-" : jdk.group(group));
            }
        }
        assertThat(ours).isEqualTo(expected);
    }

    @Property(tries = 500)
    void any_text_at_all_is_a_pattern_or_refused(@ForAll String written, @ForAll("texts") String text) {
        // When
        String left;
        try {
            left = SafePattern.compile(written).removeFrom(text);
        } catch (PatternException refused) {
            left = "";
        }

        // Then
        assertThat(left.length()).isLessThanOrEqualTo(text.length());
    }

    @Property(tries = 500)
    void a_quoted_text_matches_itself_only(@ForAll String text) {
        // Given
        SafePattern literal = SafePattern.literal(text.length() > 500 ? text.substring(0, 500) : text, false);

        // When
        Match match = literal.first("<" + text + ">").orElseThrow();

        // Then
        assertThat(("<" + text + ">").substring(match.start(), match.end())).isEqualTo(match.text());
        assertThat(text).startsWith(match.text());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "1", " ", "\n", "é", "😀")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.lazyOf(this::atoms, this::atoms, this::groups)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    private Arbitrary<String> atoms() {
        // Every atom takes a character, so that loops end in the same way in both dialects.
        Arbitrary<String> one = Arbitraries.of("a", "b", ".", "[ab]", "[^a]", "é", "😀", "1", "\\n");
        Arbitrary<String> times = Arbitraries.of("", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}");
        return Combinators.combine(one, times).as((atom, quantifier) -> atom + quantifier);
    }

    private Arbitrary<String> groups() {
        Arbitrary<String> branch = atoms().map(atom -> "a" + atom);
        Arbitrary<String> times = Arbitraries.of("", "", "*", "+", "?", "{1,2}");
        return Combinators.combine(branch, branch, times)
                .as((left, right, quantifier) -> "(" + left + "|b" + right + ")" + quantifier);
    }
}
