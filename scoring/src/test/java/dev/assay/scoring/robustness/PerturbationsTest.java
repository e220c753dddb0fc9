package dev.assay.scoring.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.robustness.Pieces.Kind;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerturbationsTest {

    private static final Subject QUESTION = Subject.of(
            "Mary wants to start a large garden. She does not pay 12345 dollars for `x = 12345` seeds. \"Don't big\" is"
                    + " what it's called, see https://example.org/start. How much does she often spend?");

    private final PerturbationRegistry registry = PerturbationRegistry.standard();

    @Test
    void there_are_many_and_each_changes_a_fitting_question() {
        // Given
        Subject withOptions = Subject.of(QUESTION.text(), List.of("red", "green", "blue"), 1);

        // When
        List<PerturbationType> types = registry.types();

        // Then
        assertThat(types)
                .hasSizeGreaterThanOrEqualTo(12)
                .extracting(PerturbationType::name)
                .doesNotHaveDuplicates();
        assertThat(types)
                .allSatisfy(type -> assertThat(registry.create(type.name(), "").apply(withOptions, 3))
                        .as(type.name())
                        .isNotEqualTo(withOptions));
    }

    @Property(tries = 300)
    void the_same_seed_gives_the_same_text_and_nothing_fails(@ForAll String text, @ForAll long seed) {
        // Given
        Subject subject = new Subject(text, List.of("one", "two"), OptionalInt.of(1), List.of("keep"));

        // When
        List<Subject> once = all(subject, seed);

        // Then
        assertThat(all(subject, seed)).isEqualTo(once);
    }

    @Property(tries = 100)
    void numbers_code_quotations_and_addresses_stay(@ForAll long seed) {
        // When
        List<Subject> perturbed = all(QUESTION, seed);

        // Then
        assertThat(perturbed)
                .allSatisfy(subject -> assertThat(subject.text())
                        .contains("`x = 12345`", "https://example.org/start.")
                        .containsAnyOf("12345 ", "12,345 ", "12345\n")
                        .containsAnyOf("\"Don't big\"", "\u201cDon't big\u201d"));
    }

    @Property(tries = 100)
    void what_is_to_be_kept_is_kept(@ForAll long seed) {
        // Given
        Subject subject =
                new Subject(QUESTION.text(), List.of(), OptionalInt.empty(), List.of("large garden", "spend?"));

        // When
        List<Subject> perturbed = all(subject, seed);

        // Then
        assertThat(perturbed).allSatisfy(s -> assertThat(s.text()).contains("large garden", "spend?"));
    }

    @Property(tries = 100)
    void slips_leave_the_ends_of_words_and_all_weighty_words(@ForAll long seed) {
        // Given
        Subject subject = Subject.of("People never forget without reason that bananas contain potassium");

        // When
        String text = apply(Map.of("name", "typos", "rate", 1), subject, seed).text();

        // Then
        String[] words = text.split(" ");
        assertThat(words).hasSize(9).contains("People", "never", "without").doesNotContain("bananas");
        assertThat(words[7]).startsWith("c").endsWith("n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "letter_case|upper|Is it 5x?|IS IT 5x?",
                "letter_case|lower_first|Is Anna in? We wait. Mr. Bo|is Anna in? we wait. mr. Bo",
                "contractions|short|It is not so. Do not say what it is.|It's not so. Don't say what it is.",
                "contractions|long|I'm sure it's Anna's. Don't!|I am sure it's Anna's. Do not!",
                "number_format|grouped|12345 km in 1999 at 1234567.5 or 98765.|12,345 km in 1999 at 1234567.5 or 98,765.",
                "number_format|plain|1,234 of 12,345,678|1234 of 12345678",
                "punctuation|drop|Why? Well.|Why? Well",
                "punctuation|drop|Wait...|Wait...",
            })
    void rules_do_what_they_say(String name, String parameter, String text, String expected) {
        // Given
        String key = name.equals("punctuation") ? "change" : "to";

        // When
        String changed =
                apply(Map.of("name", name, key, parameter), Subject.of(text), 1).text();

        // Then
        assertThat(changed).isEqualTo(expected);
    }

    @Test
    void look_alikes_and_accents_can_be_undone() {
        // Given
        Subject subject = Subject.of("people expect comparable measurements everywhere");

        // When
        String accents = apply(Map.of("name", "accents", "rate", 1), subject, 5).text();

        // Then
        assertThat(Normalizer.normalize(accents, Normalizer.Form.NFD).replaceAll("\\p{M}", ""))
                .isEqualTo(subject.text());
        String invisible =
                apply(Map.of("name", "invisible_characters"), subject, 5).text();
        assertThat(invisible.replace("\u200b", "")).isEqualTo(subject.text()).isNotEqualTo(invisible);
        String spaces =
                apply(Map.of("name", "extra_spaces", "rate", 1), subject, 5).text();
        assertThat(spaces.replaceAll(" +", " ")).isEqualTo(subject.text()).isNotEqualTo(spaces);
        assertThat(apply(Map.of("name", "homoglyphs"), subject, 5).text()).hasSameSizeAs(subject.text());
    }

    @Test
    void lines_are_broken_before_they_get_too_long() {
        // When
        String text =
                apply(Map.of("name", "line_breaks", "width", 20), QUESTION, 1).text();

        // Then
        assertThat(text.replace('\n', ' ')).isEqualTo(QUESTION.text());
        assertThat(text.lines().filter(line -> line.length() > 20))
                .allMatch(line -> line.contains("x = 12345") || line.contains("http") || line.contains("\""));
    }

    @Property
    void the_target_moves_with_its_option(@ForAll long seed) {
        // Given
        Subject subject = Subject.of("Which?", List.of("red", "green", "blue", "grey"), 2);

        // When
        Subject shuffled = apply(Map.of("name", "option_order"), subject, seed);

        // Then
        assertThat(shuffled.choices().get(shuffled.target().orElseThrow())).isEqualTo("blue");
        assertThat(shuffled.choices())
                .containsExactlyInAnyOrderElementsOf(subject.choices())
                .isNotEqualTo(subject.choices());
    }

    @Property
    void lettered_lines_are_options_too(@ForAll long seed) {
        // Given
        Subject subject =
                new Subject("Which?\nA) red\nB) green\nC) blue\nAnswer:", List.of(), OptionalInt.of(0), List.of());

        // When
        Subject shuffled = apply(Map.of("name", "option_order"), subject, seed);

        // Then
        char letter = (char) ('A' + shuffled.target().orElseThrow());
        assertThat(shuffled.text())
                .contains("\n" + letter + ") red\n")
                .startsWith("Which?\nA) ")
                .endsWith("\nAnswer:");
    }

    @ParameterizedTest
    @CsvSource({"all of the above, red", "both A and B, red", "None of these, red"})
    void options_that_speak_of_others_stay_where_they_are(String first, String second) {
        // Given
        Subject subject = Subject.of("Which?", List.of(second, "green", first), 2);

        // When
        Subject shuffled = apply(Map.of("name", "option_order"), subject, 1);

        // Then
        assertThat(shuffled).isEqualTo(subject);
    }

    @Property
    void pieces_together_are_the_text(@ForAll String text) {
        // When
        Pieces pieces = Pieces.of(Subject.of(text));

        // Then
        assertThat(pieces.join()).isEqualTo(text);
        assertThat(pieces.places(Kind.WORD, String::isEmpty)).isEmpty();
    }

    @Test
    void wrong_names_and_parameters_are_told() {
        // When
        var name = catchThrowable(() -> registry.create("typo", "perturbations[0]"));

        // Then
        assertThat(name)
                .isInstanceOfSatisfying(
                        DefinitionException.class, e -> assertThat(e.nearest()).contains("typos"));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("name", "typos", "rate", 0),
                Map.of("name", "typos", "kind", "none"),
                Map.of("name", "line_breaks", "width", 3),
                Map.of("name", "quotes"),
                Map.of("name", "distractor", "where", "before"))) {
            assertThat(catchThrowable(() -> registry.create(wrong, ""))).isInstanceOf(DefinitionException.class);
        }
    }

    private List<Subject> all(Subject subject, long seed) {
        return registry.types().stream()
                .map(type -> registry.create(type.name(), "").apply(subject, seed))
                .toList();
    }

    private Subject apply(Map<String, Object> definition, Subject subject, long seed) {
        return registry.create(definition, "").apply(subject, seed);
    }
}
