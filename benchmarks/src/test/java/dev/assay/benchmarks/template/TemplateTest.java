package dev.assay.benchmarks.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final TemplateEngine ENGINE = new TemplateEngine();
    private static final Map<String, Object> ITEM =
            Map.of("question", "Why?", "answer", "so", "options", List.of("a", "b"));

    @Test
    void a_missing_field_is_named_with_its_line_and_the_nearest_names() {
        // Given
        Template template = ENGINE.compile("prompt", "Q:\n\n{{ qestion }}");

        // When
        TemplateProblem problem = catchThrowableOfType(TemplateException.class, () -> template.render(ITEM))
                .problem();

        // Then
        assertThat(problem)
                .isEqualTo(new TemplateProblem(
                        "prompt",
                        3,
                        "qestion",
                        "there is no field 'qestion'",
                        "correct the name; the item has answer, options, question. Did you mean 'question'?"));
    }

    @Test
    void a_missing_field_is_also_named_inside_of_blocks_and_expressions() {
        for (String source : List.of(
                "{% if options %}{% for o in options %}\n{{ o ~ gone }}{% endfor %}{% endif %}",
                "{% set x = gone %}\n{{ x }}", "\n{{ gone | upper }}", "\n{{ 'a' if gone else 'b' }}")) {
            assertThat(problemOf(source, ITEM).field()).isEqualTo("gone");
        }
    }

    @Test
    void a_syntax_error_is_reported_when_compiled_with_its_line() {
        assertThatThrownBy(() -> ENGINE.compile("target", "line one\n{{ answer + }}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("target, line 2: the expression 'answer +' cannot be read");
        assertThat(catchThrowableOfType(TemplateException.class, () -> ENGINE.compile("p", "a\nb\n{% if x %}\n"))
                        .problem())
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.message()).containsIgnoringCase("endif");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
            {{ answer|1 }}               ! '|' stands before the name of a filter only
            {{ 1 + 1 = 2 }}              ! '=' behind the name of an argument
            {% if answer = 'so' %}{% endif %} ! '=' does not compare
            {{ answer if answer = 'so' }} ! '=' does not compare
            {% set q = answer = 'so' %}  ! '=' does not compare
            {{ answer if { }}            ! cannot be read
            {{ answer if answer 'else' answer }} ! cannot be read
            {%%}                         ! there is nothing in a tag
            {%-%}                        ! there is nothing in a tag
            """)
    void what_stands_in_the_wrong_place_is_named_when_compiled(String written, String message) {
        assertThat(catchThrowableOfType(TemplateException.class, () -> ENGINE.compile("p", "text\n" + written))
                        .problem())
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.message()).contains(message);
                });
    }

    @Test
    void an_empty_tag_inside_of_raw_or_a_comment_is_text_or_nothing() {
        assertThat(ENGINE.compile("p", "{% raw %}{%%}{% endraw %}{# {%%} #}").render(ITEM))
                .isEqualTo("{%%}");
    }

    @Test
    void an_unknown_filter_test_tag_or_function_is_reported_when_compiled() {
        assertThatThrownBy(() -> ENGINE.compile("prompt", "{{ answer | uper }}"))
                .hasMessageStartingWith("prompt, line 1: there is no filter 'uper' in templates; use one of abs, ")
                .hasMessageEndingWith("Did you mean 'upper'?");
        assertThatThrownBy(() -> ENGINE.compile("prompt", "{{ answer is definde }}"))
                .hasMessageContaining("there is no test 'definde'")
                .hasMessageEndingWith("Did you mean 'defined' or 'undefined'?");
        assertThatThrownBy(() -> ENGINE.compile("prompt", "\n{% include 'x' %}"))
                .hasMessage("prompt, line 2: there is no tag 'include' in templates; use if, for, set or raw");
        assertThatThrownBy(() -> ENGINE.compile("prompt", "{{ now() }}"))
                .hasMessageContaining("there is no function 'now'");
    }

    @Test
    void the_fields_that_a_template_uses_are_known() {
        // Given
        Template template = ENGINE.compile(
                "prompt",
                "{{ question }}{% if passage is defined %}{{ passage }}{% endif %}{% for o in options if o != bad %}"
                        + "{{ loop.index }}{{ o }}{{ per_option }}{% else %}{{ none_left }}{% endfor %}"
                        + "{% set x = base %}{{ x.part | default(other) }}{% if kind == 'a' %}{{ a }}{% else %}{{ b }}{% endif %}");

        // Then
        assertThat(template.fields().required()).containsExactly("base", "kind", "options", "other", "question");
        assertThat(template.fields().mentioned())
                .containsExactly(
                        "a",
                        "b",
                        "bad",
                        "base",
                        "kind",
                        "none_left",
                        "options",
                        "other",
                        "passage",
                        "per_option",
                        "question");
    }

    @Test
    void braces_in_the_data_are_only_text() {
        assertThat(ENGINE.compile("p", "{{ question }}").render(Map.of("question", "{{ answer }} {% if %} {#")))
                .isEqualTo("{{ answer }} {% if %} {#");
    }

    @Test
    void fields_may_be_called_like_words_of_the_expression_language() {
        for (String name : List.of(
                "empty",
                "mod",
                "div",
                "eq",
                "ne",
                "lt",
                "gt",
                "le",
                "ge",
                "null",
                "instanceof",
                "loop",
                "range",
                "filter",
                "item",
                "namespace")) {
            assertThat(ENGINE.compile("p", "{{ " + name + " }}{{ " + name + " | upper }}")
                            .render(Map.of(name, "x")))
                    .isEqualTo("xX");
        }
    }

    @Test
    void null_in_the_data_is_none_and_not_missing() {
        // Given
        Map<String, Object> item = new HashMap<>();
        item.put("hint", null);

        // Then
        assertThat(ENGINE.compile("p", "{{ hint }} {{ hint is none }} {{ hint or 'no hint' }}")
                        .render(item))
                .isEqualTo("None True no hint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
                "{{ range(100000) }}",
                "{{ [1] * 100000 }}",
                "{{ 'x' * 100000 }}",
                "{% set s = 'xxxxxxxx' %}{% for i in range(30) %}{{ s * 400 }}{% endfor %}",
                "{% set a = 'x' * 60000 %}{{ a ~ a }}",
                "{% set a = 'x' * 60000 %}{{ a + a }}",
                "{% set a = 'x' * 60000 %}{{ a.replace('x', a) }}",
                "{% set a = 'x' * 60000 %}{{ a | replace('x', a) }}",
                "{% set a = 'x' * 60000 %}{{ a | regex_replace('x', a) }}",
                "{% set a = 'x' * 60000 %}{{ [a, a] | join }}",
                "{% set a = 'x' * 60000 %}{{ a.join('abc') }}",
                "{{ 'x'.center(100000) }}",
                "{{ 'x' | center(2000000000) }}",
                "{{ 'a\\nb' | indent(100000) }}",
                "{{ 2 ** 100000 }}",
                "{{ 9 ** 9 ** 9 ** 9 ** 9 }}",
                "{{ 99999999999999999999 ** 999 }}",
                "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex_replace('(a*)*$', '') * 100000 }}",
            })
    void what_would_take_too_long_or_grow_too_large_is_refused(String source) {
        assertThatThrownBy(() -> ENGINE.compile("p", source).render(ITEM)).isInstanceOf(TemplateException.class);
    }

    @Test
    void deep_nesting_is_refused_and_not_a_stack_overflow() {
        for (String source : List.of(
                "{{ " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " }}",
                "{{ " + "[".repeat(1_000) + "]".repeat(1_000) + " }}",
                "{{ " + "not ".repeat(10_000) + "1 }}",
                "{% set " + "a,".repeat(20_000) + "b = 1 %}",
                "{% for " + "a,".repeat(20_000) + "b in [1] %}{% endfor %}",
                "{% if 1 %}".repeat(1_000) + "{% endif %}".repeat(1_000),
                "{% for a in [1] %}".repeat(1_000) + "{% endfor %}".repeat(1_000))) {
            assertThatThrownBy(() -> ENGINE.compile("p", source).render(ITEM)).isInstanceOf(TemplateException.class);
        }
    }

    @Test
    void chains_are_evaluated_up_to_a_limit_and_refused_beyond() {
        assertThat(ENGINE.compile("p", "{{ " + "-".repeat(290) + "1 }}").render(ITEM))
                .isEqualTo("1");
        assertThat(ENGINE.compile("p", "{{ 1" + "+1".repeat(290) + " }}").render(ITEM))
                .isEqualTo("291");
        assertThat(ENGINE.compile("p", "{{ answer" + "|trim".repeat(140) + " }}")
                        .render(ITEM))
                .isEqualTo("so");
        for (String source :
                List.of("-".repeat(3_000) + "1", "1" + "+1".repeat(1_500), "answer" + "|trim".repeat(700))) {
            assertThatThrownBy(() -> ENGINE.compile("p", "{{ " + source + " }}"))
                    .hasMessageContaining("more than 300 operators in a row");
        }
    }

    @Test
    void no_java_object_can_be_reached() {
        for (String source : List.of(
                "{{ question.getClass() }}",
                "{{ question.class }}",
                "{{ question.bytes }}",
                "{{ question.getBytes() }}",
                "{{ options.getClass().forName('java.lang.Runtime') }}",
                "{{ options.add('x') }}",
                "{{ options.stream() }}",
                "{{ ____int3rpr3t3r____ }}",
                "{{ ____int3rpr3t3r____.config }}",
                "{{ ____int3rpr3t3r____.getContext() }}",
                "{{ answer|map('getClass')|list }}",
                "{{ (1).class }}",
                "{{ true.TYPE }}",
                "{{ range.invoke() }}",
                "{{ loop }}")) {
            assertThat(problemOf(source, ITEM).message()).as(source).isNotBlank();
        }
    }

    @Test
    void rendering_does_not_change_the_item_or_later_renderings() {
        // Given
        Map<String, Object> item = new HashMap<>(ITEM);
        Template template = ENGINE.compile(
                "p", "{{ x | default('new') }}{% set x = 'set' %}{% set answer = 'other' %}{{ answer }}");

        // When
        List<String> rendered = List.of(template.render(item), template.render(item));

        // Then
        assertThat(rendered).containsExactly("newother", "newother");
        assertThat(item).isEqualTo(ITEM);
    }

    @Test
    void many_threads_may_share_a_template() throws ExecutionException, InterruptedException {
        // Given
        Template template = ENGINE.compile(
                "p",
                "{% for o in options %}{{ loop.index }}{{ o }}{% set last = o %}{% endfor %}{{ question | upper }}");

        // When
        List<Future<String>> results;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            results = IntStream.range(0, 2_000)
                    .mapToObj(i -> threads.submit(
                            () -> template.render(Map.of("options", List.of("x" + i, "y" + i), "question", "q" + i))))
                    .toList();
        }

        // Then
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).get()).isEqualTo("1x%d2y%dQ%d".formatted(i, i, i));
        }
    }

    @Test
    void a_template_may_be_longer_than_its_limit_only_by_raising_it() {
        // Given
        String source = "x".repeat(100);

        // Then
        assertThatThrownBy(() -> new TemplateEngine(new TemplateLimits(99, 10)).compile("p", source))
                .hasMessageStartingWith("p: the template is longer than 99 characters");
        assertThat(new TemplateEngine(new TemplateLimits(100, 10))
                        .compile("p", source)
                        .render(ITEM))
                .isEqualTo(source);
    }

    private static TemplateProblem problemOf(String source, Map<String, Object> item) {
        return catchThrowableOfType(
                        TemplateException.class,
                        () -> ENGINE.compile("p", source).render(item))
                .problem();
    }
}
