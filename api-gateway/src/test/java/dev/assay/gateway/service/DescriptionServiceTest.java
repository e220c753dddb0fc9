package dev.assay.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.run.RunState;
import dev.assay.scoring.gate.GateVerdict;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenAPI's document says what fields hold. That answers keep to it is checked wherever {@link Api} is called. */
@QuarkusTest
@QuarkusTestResource(GatewaySurroundings.class)
class DescriptionServiceTest {

    /** Documents of their own: a gate's policy, a rating of models, a rule, and what a run spec may hold. */
    private static final List<String> FREE =
            List.of("Answer.verdict", "ArenaBoard.board", "Stop.rule", "Rescore.metrics", "Rescore.extract");

    @TestHTTPResource("/")
    URI address;

    private JsonNode schemas;

    @BeforeEach
    void read() {
        schemas = Api.anonymous(address).get("/q/openapi?format=json").json().at("/components/schemas");
    }

    @Test
    void every_field_has_a_type_or_is_a_document_of_its_own() {
        // When
        List<String> bare = new ArrayList<>();
        schemas.properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> {
                            JsonNode type = field.getValue();
                            if (isBare(type)
                                    || (type.path("type").asText().equals("array") && isBare(type.path("items")))) {
                                bare.add(schema.getKey() + "." + field.getKey());
                            }
                        }));

        // Then
        assertThat(bare).containsExactlyInAnyOrderElementsOf(FREE);
        assertThat(schemas.fieldNames()).toIterable().allMatch(name -> name.matches("\\w+"));
    }

    private static boolean isBare(JsonNode type) {
        return !type.has("$ref")
                && !type.has("properties")
                && !type.has("additionalProperties")
                && List.of("", "object").contains(type.path("type").asText());
    }

    @Test
    void words_that_a_field_may_hold_are_those_that_there_are() {
        Map<String, Enum<?>[]> words = Map.of(
                "RunState", RunState.values(),
                "ChargeStatus", Charge.Status.values(),
                "FailureKind", FailureKind.values(),
                "GateDecision", GateVerdict.Decision.values(),
                "GateOutcome", GateVerdict.Outcome.values());
        words.forEach((name, values) -> assertThat(schemas.at("/" + name + "/enum"))
                .as(name)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Arrays.stream(values).map(Enum::name).toList()));
    }

    @Test
    void a_client_that_offers_http_2_with_its_first_request_reads_the_whole_description_by_http_1() throws Exception {
        // Given
        HttpRequest asked = HttpRequest.newBuilder(address.resolve("/q/openapi?format=json"))
                .version(HttpClient.Version.HTTP_2)
                .build();

        // When
        HttpResponse<String> answer = HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.body()).hasSizeGreaterThan(100_000);
    }
}
