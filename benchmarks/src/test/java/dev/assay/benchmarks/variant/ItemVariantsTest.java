package dev.assay.benchmarks.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.benchmarks.sample.Sample;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.VariantUse;
import dev.assay.contracts.run.VariantUse.Kind;
import dev.assay.scoring.definition.DefinitionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemVariantsTest {

    private static final TemplateEngine ENGINE = new TemplateEngine();
    private static final String INSTRUCTION = " Think, and end with: The answer is N.";

    @Test
    void the_question_is_written_otherwise_and_the_benchmarks_own_words_stay() {
        // Given
        SampleTemplates templates = templates("{{ q }}" + INSTRUCTION, "a", null);
        VariantUse loud = use(Kind.PERTURBATION, "letter_case", Map.of("to", "upper"));

        // When
        Optional<Sample> sample = render(templates, loud, Map.of("q", "What is two and two?", "a", "four"));

        // Then
        assertThat(sample.orElseThrow().messages()).containsExactly(Message.user("WHAT IS TWO AND TWO?" + INSTRUCTION));
        assertThat(sample.get().context().references()).containsExactly("four");
    }

    @Test
    void the_letter_follows_its_option_into_another_place() {
        // Given
        SampleTemplates templates = templates(
                "{{ q }}{% for o in options %} {{ 'ABCD'[loop.index0] }}) {{ o }}{% endfor %}", "right", "options");
        Map<String, Object> item =
                Map.of("q", "Which is red?", "options", List.of("sky", "blood", "grass", "snow"), "right", 1L);

        // When
        Sample sample = render(templates, use(Kind.PERTURBATION, "option_order", Map.of()), item)
                .orElseThrow();

        // Then
        List<String> choices = sample.context().choices();
        int place = sample.context().references().getFirst().charAt(0) - 'A';
        assertThat(choices).containsExactlyInAnyOrder("sky", "blood", "grass", "snow");
        assertThat(choices).isNotEqualTo(List.of("sky", "blood", "grass", "snow"));
        assertThat(choices.get(place)).isEqualTo("blood");
        assertThat(sample.messages().getFirst().content()).contains((char) ('A' + place) + ") blood");
    }

    @Test
    void the_letter_follows_its_line_within_a_question() {
        // Given
        SampleTemplates templates = templates("{{ q }}", "right", null);
        String question = "Which is red?\nA) sky\nB) blood\nC) grass";

        // When
        Sample sample = render(
                        templates,
                        use(Kind.PERTURBATION, "option_order", Map.of()),
                        Map.of("q", question, "right", "B"))
                .orElseThrow();

        // Then
        String letter = sample.context().references().getFirst();
        assertThat(sample.messages().getFirst().content()).contains(letter + ") blood");
        assertThat(sample.messages().getFirst().content()).isNotEqualTo(question);
    }

    @Test
    void other_people_are_put_into_all_texts_that_the_prompt_shows() {
        // Given
        SampleTemplates templates = templates("{{ passage }} {{ q }}", "a", null);

        // When
        Sample sample = render(
                        templates,
                        use(Kind.COUNTERFACTUAL, "gender", Map.of()),
                        Map.of("passage", "He sold his car.", "q", "Did he sell it?", "a", "yes", "note", "he"))
                .orElseThrow();

        // Then
        assertThat(sample.messages().getFirst().content()).isEqualTo("She sold her car. Did she sell it?");
    }

    @Test
    void an_item_in_which_nothing_can_be_changed_has_no_such_form() {
        // Given
        SampleTemplates templates = templates("{{ q }}", "a", null);

        // When
        Optional<Sample> sample = render(
                templates, use(Kind.COUNTERFACTUAL, "gender", Map.of()), Map.of("q", "What is 2 + 2?", "a", "4"));

        // Then
        assertThat(sample).isEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_form_and_another_seed_another() {
        // Given
        SampleTemplates templates = templates("{{ q }}", "a", null);
        VariantUse typos = use(Kind.PERTURBATION, "typos", Map.of("rate", "0.5"));
        Map<String, Object> item = Map.of(
                "q", "Yesterday seventeen travellers carried several wooden boxes through the mountains", "a", "x");

        // When
        Optional<Sample> once =
                ItemVariants.of(templates, List.of(typos), 1).render(typos, templates.render("i", item), item);

        // Then
        assertThat(ItemVariants.of(templates, List.of(typos), 1).render(typos, templates.render("i", item), item))
                .isEqualTo(once)
                .isPresent();
        assertThat(ItemVariants.of(templates, List.of(typos), 2).render(typos, templates.render("i", item), item))
                .isNotEqualTo(once);
    }

    @Test
    void a_rule_that_makes_no_sense_is_refused() {
        // Given
        SampleTemplates templates = templates("{{ q }}", "a", null);
        VariantUse same = use(Kind.COUNTERFACTUAL, "names", Map.of("from", "indian_men", "to", "indian_men"));

        // When, then
        assertThatThrownBy(() -> ItemVariants.of(templates, List.of(same), 0))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("is the group that is replaced");
    }

    private static Optional<Sample> render(SampleTemplates templates, VariantUse variant, Map<String, Object> item) {
        return ItemVariants.of(templates, List.of(variant), 7).render(variant, templates.render("i", item), item);
    }

    private static VariantUse use(Kind kind, String rule, Map<String, Object> parameters) {
        return new VariantUse(rule, kind, rule, parameters);
    }

    private static SampleTemplates templates(String prompt, String target, @Nullable String choices) {
        return SampleTemplates.compile(
                new BenchmarkDefinition(
                        "b",
                        "1",
                        new DatasetRef(ContentHash.of("d"), 1),
                        List.of(Message.user(prompt)),
                        target,
                        choices,
                        "category",
                        List.of(new PipelineSpec("default", List.of())),
                        List.of(new MetricSpec("exact_match", "exact_match", "default", Map.of())),
                        null,
                        null),
                ENGINE);
    }
}
