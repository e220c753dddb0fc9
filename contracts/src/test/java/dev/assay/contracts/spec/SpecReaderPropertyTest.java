package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ConnectionId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpecReaderPropertyTest {

    private static final String RUN_JSON = ((Parsed.Valid<RunSpec>)
                    new RunSpecReader(Vocabulary.standard()).read(SpecTexts.FULL_RUN, "run.yaml"))
            .document()
            .json();

    private final RunSpecReader runs = new RunSpecReader(Vocabulary.standard());
    private final PlatformFileReader platforms = new PlatformFileReader(Set.of(new ConnectionId("sim")));

    @Property(tries = 600)
    void whatever_happens_to_a_run_it_is_read_or_refused_in_words(@ForAll("damage") List<Damage> damage) {
        assertIsAnAnswer(runs.read(damaged(SpecTexts.FULL_RUN, damage), "run.yaml"));
    }

    @Property(tries = 300)
    void whatever_happens_to_the_json_of_a_run_it_is_read_or_refused_in_words(@ForAll("damage") List<Damage> damage) {
        assertIsAnAnswer(runs.read(damaged(RUN_JSON, damage), "run.json"));
    }

    @Property(tries = 300)
    void whatever_happens_to_a_platform_file_it_is_read_or_refused_in_words(@ForAll("damage") List<Damage> damage) {
        assertIsAnAnswer(platforms.read(damaged(SpecTexts.PLATFORM, damage), "platform.yaml"));
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

    /** Replaces some characters at a place that is given in thousandths of the text. */
    record Damage(int place, int length, String by) {}

    @Provide
    Arbitrary<List<Damage>> damage() {
        Arbitrary<String> by = Arbitraries.oneOf(
                Arbitraries.of(
                        "", " ", "\t", "\n", ":", ": ", "- ", "[", "]", "{", "}", ",", "\"", "'", "&a ", "*a", "!x ",
                        "---\n", "<<: ", "? ", "| ", "> ", "%", "@", "`", "#", "~", "-1", "1e999", "\u0000", "\u2028",
                        "é", "yes"),
                Arbitraries.strings().all().ofMaxLength(6));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 40),
                        by)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static String damaged(String text, List<Damage> damages) {
        StringBuilder damaged = new StringBuilder(text);
        for (Damage damage : damages) {
            int from = damage.place() * damaged.length() / 1000;
            damaged.replace(from, Math.min(damaged.length(), from + damage.length()), damage.by());
        }
        return damaged.toString();
    }
}
