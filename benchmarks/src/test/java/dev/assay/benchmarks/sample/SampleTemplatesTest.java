package dev.assay.benchmarks.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.benchmarks.template.TemplateException;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.LikelihoodSpec.Mode;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.SampleContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleTemplatesTest {

    private static final TemplateEngine ENGINE = new TemplateEngine();

    @Test
    void an_item_becomes_messages_references_and_category() {
        // Given
        SampleTemplates templates = templates(
                List.of(new Message("system", "You are brief."), Message.user("Q: {{ question }}")), "answer", null);
        Map<String, Object> item = Map.of("question", "1 + 1?", "answer", 2L, "category", "sums");

        // When
        Sample sample = templates.render("x", item);

        // Then
        assertThat(sample.messages())
                .containsExactly(new Message("system", "You are brief."), Message.user("Q: 1 + 1?"));
        assertThat(sample.context()).isEqualTo(new SampleContext("x", "sums", List.of("2"), List.of()));
    }

    @Test
    void a_prompt_of_one_word_names_a_field() {
        assertThat(templates(List.of(Message.user("question")), "answer", null)
                        .render("x", Map.of("question", "Why?", "answer", "so"))
                        .messages())
                .containsExactly(Message.user("Why?"));
    }

    @Test
    void a_target_without_braces_names_a_field_whatever_it_looks_like() {
        assertThat(references("Best Answer", null, Map.of("Best Answer", "yes")))
                .containsExactly("yes");
        assertThatThrownBy(() -> references("Best Answer", null, Map.of("Best answer", "yes")))
                .isInstanceOf(TemplateException.class)
                .hasMessage("target, line 1: there is no field 'Best Answer'; correct the name, or write"
                        + " {{ \"Best Answer\" }} if the text itself is meant; the item has Best answer, q. Did you mean"
                        + " 'Best answer'?");
    }

    @Test
    void a_list_gives_several_references() {
        assertThat(references("answers", null, Map.of("answers", List.of("a", 1L, true))))
                .containsExactly("a", "1", "True");
        assertThat(references("{{ [one, two] }}", null, Map.of("one", "it's", "two", "b\"'\n")))
                .containsExactly("it's", "b\"'\n");
        assertThat(references("answer", null, Map.of("answer", "[1, 2]"))).containsExactly("[1, 2]");
    }

    @Test
    void the_place_of_an_option_stands_for_its_letter() {
        assertThat(references("label", "options", Map.of("label", 2L, "options", List.of("x", "y", "z"))))
                .containsExactly("C");
        assertThat(references("{{ label }}", "options", Map.of("label", "1", "options", List.of("x", "1"))))
                .containsExactly("B");
        assertThat(references(
                        "{{ options.index(label) }}", "options", Map.of("label", "4", "options", List.of("4", "0"))))
                .containsExactly("A");
    }

    @Test
    void a_text_that_names_an_option_stands_for_itself() {
        assertThat(references("label", "options", Map.of("label", "B", "options", List.of("x", "y"))))
                .containsExactly("B");
        assertThat(references("label", "options", Map.of("label", "y", "options", List.of("x", "y"))))
                .containsExactly("y");
        assertThat(references("label", "options", Map.of("label", "7", "options", List.of("x", "y"))))
                .containsExactly("7");
    }

    @Test
    void digits_that_could_be_a_place_or_a_text_are_refused() {
        assertThatThrownBy(
                        () -> references("label", "options", Map.of("label", "2", "options", List.of("8", "2", "24"))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(
                        "can mean the option in that place, counted from 0, or the option with that text");
    }

    @Test
    void choices_may_be_a_template_that_prints_a_list() {
        assertThat(context("{{ a }}", "{{ [x, y] }}", Map.of("a", 1L, "x", "it's", "y", "\"no\" isn't"))
                        .choices())
                .containsExactly("it's", "\"no\" isn't");
        assertThatThrownBy(() -> context("a", "x", Map.of("a", 1L, "x", "no list")))
                .hasMessageStartingWith("choices: the choices of this item are no list");
    }

    @Test
    void an_item_without_a_right_answer_is_refused() {
        assertThatThrownBy(() -> references("answers", null, Map.of("answers", List.of())))
                .hasMessage("target: this item has no right answer; give it one, or leave the item out");
    }

    @Test
    void required_are_the_fields_that_every_rendering_uses() {
        // Given
        SampleTemplates templates = templates(
                List.of(Message.user("{% if passage is defined %}{{ passage }}{% endif %}{{ question }}"
                        + "{% for o in options %}{{ o }}{{ extra }}{% endfor %}{{ hint | default('') }}")),
                "answer",
                "options");

        // Then
        assertThat(templates.requiredFields()).containsExactlyInAnyOrder("question", "options", "answer");
    }

    @Test
    void a_text_that_is_judged_stands_as_it_is_even_if_it_looks_like_a_list() {
        // Given
        SampleTemplates templates = judging(Mode.PERPLEXITY, "", "{{ text }}", null);

        // When
        Sample sample = templates.render("x", Map.of("text", "['a', 'b'] "));

        // Then
        assertThat(sample.messages()).containsExactly(Message.user(""));
        assertThat(sample.context().references()).containsExactly("['a', 'b'] ");
        assertThatThrownBy(() -> templates.render("x", Map.of("text", "")))
                .hasMessage("target: this item has no text to judge; give it one, or leave the item out");
    }

    @Test
    void choices_that_cannot_be_judged_are_refused() {
        // Given
        SampleTemplates templates = judging(Mode.LOGLIKELIHOOD, "{{ q }}", "answer", "options");

        // Then
        assertThatThrownBy(() -> templates.render("x", Map.of("q", " ", "answer", 0L, "options", List.of("a"))))
                .hasMessage("prompt: the prompt is blank, so that no choice can follow it; write something");
        assertThatThrownBy(() -> templates.render("x", Map.of("q", "?", "answer", 0L, "options", List.of("a", ""))))
                .hasMessage("choices: a choice of this item is empty; give it a text, or leave it out");
    }

    private static SampleTemplates judging(Mode mode, String prompt, String target, String choices) {
        return SampleTemplates.compile(
                new BenchmarkDefinition(
                        "test",
                        "1",
                        new DatasetRef(ContentHash.of("test"), 1),
                        List.of(Message.user(prompt)),
                        target,
                        choices,
                        "category",
                        List.of(new PipelineSpec("default", List.of())),
                        List.of(new MetricSpec("acc", "acc", "default", Map.of())),
                        new LikelihoodSpec(mode, " ", null),
                        null),
                ENGINE);
    }

    private static List<String> references(String target, String choices, Map<String, Object> item) {
        return context(target, choices, item).references();
    }

    private static SampleContext context(String target, String choices, Map<String, Object> item) {
        Map<String, Object> withQuestion = new java.util.HashMap<>(item);
        withQuestion.put("q", "?");
        return templates(List.of(Message.user("{{ q }}")), target, choices).context("x", withQuestion);
    }

    private static SampleTemplates templates(List<Message> prompt, String target, String choices) {
        return SampleTemplates.compile(
                new BenchmarkDefinition(
                        "test",
                        "1",
                        new DatasetRef(ContentHash.of("test"), 1),
                        prompt,
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
