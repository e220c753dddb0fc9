package dev.assay.benchmarks.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TemplatePropertiesTest {

    private static final TemplateEngine ENGINE = new TemplateEngine();
    private static final TemplateEngine LARGE = new TemplateEngine(new TemplateLimits(1 << 24, 100_000));

    @Property(tries = 300)
    void text_without_braces_is_kept_as_it_is(@ForAll("plain") String text) {
        assertThat(ENGINE.compile("p", text).render(Map.of())).isEqualTo(text);
    }

    @Property(tries = 300)
    void any_text_in_a_field_is_printed_as_it_is(@ForAll String value, @ForAll("plain") String around) {
        assertThat(ENGINE.compile("p", around + "{{ field }}" + around).render(Map.of("field", value)))
                .isEqualTo(around + value + around);
    }

    @Property(tries = 300)
    void a_list_of_texts_that_a_template_prints_can_be_read_back(@ForAll List<String> texts) {
        assertThat(PythonLiteral.list(LARGE.compile("p", "{{ l }}").render(Map.of("l", texts))))
                .contains(List.copyOf(texts));
    }

    @Property(tries = 20_000)
    void whatever_is_written_is_rendered_or_refused(@ForAll("scraps") List<String> scraps) {
        // Given
        String source = String.join("", scraps);

        // When
        String outcome = outcome(source);

        // Then
        assertThat(outcome).as(source).isIn("rendered", "refused");
    }

    private static String outcome(String source) {
        try {
            ENGINE.compile("p", source)
                    .render(Map.of("x", "text", "n", 3L, "l", List.of(1L, "b"), "m", Map.of("k", true)));
            return "rendered";
        } catch (TemplateException e) {
            return "refused";
        }
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withChars("ab \n\t#%$\\'\"}|~éß")
                .ofMaxLength(20)
                .map(text -> text.replace("\r", ""));
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of(
                        "{{ ",
                        " }}",
                        "{% ",
                        " %}",
                        "{# ",
                        " #}",
                        "{{- ",
                        " -}}",
                        "{%- ",
                        "-%}",
                        "if ",
                        "elif ",
                        "else",
                        "endif",
                        "for ",
                        "x",
                        " in ",
                        "l",
                        "m",
                        "n",
                        "endfor",
                        "set ",
                        "endset",
                        "raw",
                        "endraw",
                        " = ",
                        "==",
                        "|",
                        "upper",
                        "join",
                        "default",
                        "first",
                        "(",
                        ")",
                        "[",
                        "]",
                        ".",
                        ",",
                        ":",
                        "k",
                        "1",
                        "-1",
                        "2.5",
                        "'a'",
                        "\"",
                        "'",
                        " + ",
                        " - ",
                        " * ",
                        " / ",
                        " % ",
                        " // ",
                        " ** ",
                        " ~ ",
                        " not ",
                        " and ",
                        " or ",
                        " is ",
                        "defined",
                        "none",
                        "true",
                        " if ",
                        " else ",
                        "loop.index",
                        "range",
                        "\n",
                        " ",
                        "text",
                        "missing",
                        "{",
                        "}",
                        "\\",
                        "%",
                        "!",
                        "=",
                        "<",
                        ">=",
                        "$",
                        "#{")
                .list()
                .ofMaxSize(16);
    }
}
