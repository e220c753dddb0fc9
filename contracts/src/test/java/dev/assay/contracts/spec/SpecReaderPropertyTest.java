package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ConnectionId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpecReaderPropertyTest {

    private static final List<String> RUNS =
            List.of(SpecTexts.FULL_RUN, SpecTexts.JUDGED_RUN, SpecTexts.FORMS_RUN, SpecTexts.LIKELIHOOD_RUN);
    private static final Pattern WORD = Pattern.compile("\"[^\"\n]*+\"|'[^'\n]*+'|[\\w.+-]++");

    private final RunSpecReader runs = new RunSpecReader(Vocabulary.standard());
    private final PlatformFileReader platforms = new PlatformFileReader(Set.of(new ConnectionId("sim")));
    private final GatePolicyReader policies = new GatePolicyReader();

    @Property(tries = 3_000)
    void whatever_happens_to_a_run_it_is_read_or_refused_in_words(
            @ForAll("runs") String run, @ForAll("damage") List<Damage> damage) {
        assertIsAnAnswer(runs.read(damaged(run, damage), "run.yaml"));
    }

    @Property(tries = 2_000)
    void whatever_happens_to_the_json_of_a_run_it_is_read_or_refused_in_words(
            @ForAll("runs") String run, @ForAll("damage") List<Damage> damage) {
        assertIsAnAnswer(runs.read(damaged(json(run), damage), "run.json"));
    }

    @Property(tries = 2_000)
    void whatever_happens_to_a_platform_file_it_is_read_or_refused_in_words(@ForAll("damage") List<Damage> damage) {
        assertIsAnAnswer(platforms.read(damaged(SpecTexts.PLATFORM, damage), "platform.yaml"));
    }

    @Property(tries = 2_000)
    void whatever_happens_to_a_gate_policy_it_is_read_or_refused_in_words(@ForAll("damage") List<Damage> damage) {
        assertIsAnAnswer(policies.read(damaged(SpecTexts.GATE, damage), "policy.yaml"));
    }

    @Property(tries = 300)
    void any_bytes_are_read_or_refused_in_words(@ForAll byte[] bytes) {
        assertIsAnAnswer(runs.read(bytes, "run.yaml"));
        assertIsAnAnswer(runs.read(bytes, "run.json"));
    }

    private static void assertIsAnAnswer(Parsed<?> parsed) {
        if (parsed instanceof Parsed.Invalid<?> invalid) {
            assertThat(invalid.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.message()).isNotBlank().doesNotContain("\n", "Exception", "null");
                assertThat(problem.remedy()).matches("(?s)[A-Z].*[.?]");
                assertThat(problem.text()).hasSizeLessThan(700);
            });
        }
    }

    /** What happens to a text, at a place that is given in thousandths of it. */
    sealed interface Damage {

        void happen(StringBuilder text);

        /** Some characters become others. */
        record Characters(int place, int length, String by) implements Damage {

            @Override
            public void happen(StringBuilder text) {
                int from = at(place, text);
                text.replace(from, Math.min(text.length(), from + length), by);
            }
        }

        /** The word or quoted text at or behind the place becomes another value. */
        record Word(int place, String by) implements Damage {

            @Override
            public void happen(StringBuilder text) {
                Matcher word = WORD.matcher(text);
                if (word.find(at(place, text))) {
                    text.replace(word.start(), word.end(), by);
                }
            }
        }

        private static int at(int place, StringBuilder text) {
            return place * text.length() / 1000;
        }
    }

    @Provide
    Arbitrary<String> runs() {
        return Arbitraries.of(RUNS);
    }

    @Provide
    Arbitrary<List<Damage>> damage() {
        Arbitrary<String> by = Arbitraries.oneOf(
                Arbitraries.of(
                        "", " ", "\t", "\n", ":", ": ", "- ", "[", "]", "{", "}", ",", "\"", "'", "&a ", "*a", "!x ",
                        "---\n", "<<: ", "? ", "| ", "> ", "%", "@", "`", "#", "~", "-1", "1e999", "\u0000", "\u2028",
                        "é", "yes"),
                Arbitraries.strings().all().ofMaxLength(6));
        Arbitrary<String> value = Arbitraries.of(
                "''",
                "' '",
                "[]",
                "{}",
                "[a]",
                "[[a]]",
                "{a: b}",
                "{a: {b: c}}",
                "~",
                "true",
                "no",
                "-1",
                "0",
                "0.5",
                "1",
                "1e999",
                "1e-999",
                "9223372036854775808",
                "99999999999999999999999999999999999999999",
                ".inf",
                ".nan",
                "12.50 XXX",
                "\"a\\nb\"",
                "\"\\u0000\"",
                "name",
                "label",
                "metric",
                "sim-large",
                "x".repeat(2_000));
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 1000);
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 40);
        Arbitrary<Damage> damage = Arbitraries.oneOf(
                Combinators.combine(place, length, by).as(Damage.Characters::new),
                Combinators.combine(place, value).as(Damage.Word::new));
        return damage.list().ofMinSize(1).ofMaxSize(4);
    }

    private String json(String run) {
        return ((Parsed.Valid<RunSpec>) runs.read(run, "run.yaml")).document().json();
    }

    private static String damaged(String text, List<Damage> damages) {
        StringBuilder damaged = new StringBuilder(text);
        damages.forEach(damage -> damage.happen(damaged));
        return damaged.toString();
    }
}
