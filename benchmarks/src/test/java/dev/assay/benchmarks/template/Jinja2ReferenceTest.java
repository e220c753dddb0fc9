package dev.assay.benchmarks.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.benchmarks.dataset.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our templates give what Jinja2 itself gave for them; what raised an error there is refused here. */
class Jinja2ReferenceTest {

    private static final TemplateEngine ENGINE = new TemplateEngine();

    @TestFactory
    Stream<DynamicTest> templates_give_what_jinja2_gives() throws IOException {
        JsonNode file = file();
        Map<String, Object> doc = CanonicalJson.read(file.get("doc").toString());
        return StreamSupport.stream(file.get("cases").spliterator(), false)
                .map(reference -> DynamicTest.dynamicTest(
                        reference.get("template").asText().replace("\n", "\\n"), () -> check(reference, doc)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_left_out_of_jinja2_is_refused() throws IOException {
        JsonNode file = file();
        Map<String, Object> doc = CanonicalJson.read(file.get("doc").toString());
        return StreamSupport.stream(file.get("refused").spliterator(), false)
                .map(JsonNode::asText)
                .map(source -> DynamicTest.dynamicTest(
                        source,
                        () -> assertThatThrownBy(
                                        () -> ENGINE.compile("prompt", source).render(doc))
                                .isInstanceOf(TemplateException.class)));
    }

    private static JsonNode file() throws IOException {
        try (InputStream in = Jinja2ReferenceTest.class.getResourceAsStream("/jinja2/cases.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static void check(JsonNode reference, Map<String, Object> doc) {
        String source = reference.get("template").asText();
        if (reference.has("error")) {
            assertThatThrownBy(() -> ENGINE.compile("prompt", source).render(doc))
                    .isInstanceOf(TemplateException.class);
        } else {
            assertThat(ENGINE.compile("prompt", source).render(doc))
                    .isEqualTo(reference.get("output").asText());
        }
    }
}
