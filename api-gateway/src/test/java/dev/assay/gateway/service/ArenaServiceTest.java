package dev.assay.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.run.Manifest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arenas over REST, from a finished run to a board. */
@QuarkusTest
@QuarkusTestResource(GatewaySurroundings.class)
class ArenaServiceTest {

    private static final String SPEC = """
            name: sums
            benchmark:
              name: sums
              dataset:
                inline:
                  - {question: "0+0", answer: "0"}
                  - {question: "0+1", answer: "1"}
              prompt: "What is {{ question }}?"
              target: answer
            models: [sim-large, sim-small]
            """;

    @TestHTTPResource("/")
    URI address;

    @Inject
    Platform platform;

    private Api api;

    @BeforeEach
    void prices() {
        platform.pricesAreThere();
        api = Api.anonymous(address).as(GatewaySurroundings.ADMIN_KEY);
    }

    private Api member(String group) {
        Api.Answer made = api.postJson("/api/v1/keys", "{\"name\": \"t\", \"group\": \"%s\"}".formatted(group));
        return Api.anonymous(address).as(made.at("/key"));
    }

    private String completed(Api who, String spec) {
        String run = who.post("/api/v1/runs", "text/yaml", spec).at("/id");
        platform.complete(platform.submitted(run), Manifest.CODE_VERSION);
        await().atMost(Platform.PATIENCE)
                .until(() -> who.get("/api/v1/runs/" + run).at("/state").equals("COMPLETE"));
        return run;
    }

    private static Api.Answer create(Api who, String... sides) {
        return who.postJson(
                "/api/v1/arenas", "{\"name\": \"which one\", \"sides\": [%s]}".formatted(String.join(", ", sides)));
    }

    private static String side(String run) {
        return "{\"run\": \"" + run + "\"}";
    }

    @Test
    void a_battle_names_no_model_before_the_vote_and_the_vote_is_on_the_board() {
        // Given
        Api vision = member("vision-lab");
        String run = completed(vision, SPEC);
        Api.Answer made = create(vision, side(run));
        String arena = "/api/v1/arenas/" + made.at("/id");

        // When
        Api.Answer battle = vision.postJson(arena + "/battles", "{}");
        Api.Answer vote = vision.postJson(
                arena + "/votes", "{\"battle\": \"%s\", \"winner\": \"a\"}".formatted(battle.at("/battle")));
        Api.Answer again = vision.postJson(
                arena + "/votes", "{\"battle\": \"%s\", \"winner\": \"b\"}".formatted(battle.at("/battle")));

        // Then
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/group")).isEqualTo("vision-lab");
        assertThat(made.json().at("/comparisons").asInt()).isEqualTo(2);
        assertThat(battle.status()).as(battle.text()).isEqualTo(200);
        assertThat(battle.text())
                .doesNotContain("sim-large")
                .doesNotContain("sim-small")
                .doesNotContain(run);
        assertThat(battle.at("/prompt/0/content")).startsWith("What is 0+");
        assertThat(battle.at("/a/answer")).startsWith("=");
        assertThat(List.of(vote.at("/modelA"), vote.at("/modelB"))).containsExactlyInAnyOrder("sim-large", "sim-small");
        assertThat(vote.at("/repeated")).isEqualTo("false");
        assertThat(again.at("/repeated")).isEqualTo("true");
        assertThat(again.at("/winner")).isEqualTo("model_a");
        JsonNode board = vision.get(arena + "/board").json().at("/board");
        assertThat(board.at("/votes/all").asInt()).isEqualTo(1);
        assertThat(board.at("/models/0/rating").isNull()).isTrue();
        assertThat(board.at("/undefined")).hasSize(2);
        assertThat(vision.get(arena + "/board").text())
                .isEqualTo(vision.get(arena + "/board").text());
        assertThat(vision.get("/api/v1/runs/" + run + "/arena")
                        .json()
                        .at("/board/votes/all")
                        .asInt())
                .isZero();
    }

    @Test
    void votes_are_imported_listed_exported_and_withdrawn() {
        // Given
        String arena = "/api/v1/arenas/" + create(api).at("/id");
        String csv = "model_a,model_b,winner\nx,y,model_a\ny,x,tie\nx,y,tie (bothbad)\n";

        // When
        Api.Answer imported = api.post(arena + "/import?format=csv", "application/octet-stream", csv);

        // Then
        assertThat(imported.status()).as(imported.text()).isEqualTo(201);
        assertThat(imported.at("/votes")).isEqualTo("3");
        assertThat(api.post(arena + "/import", "text/csv", csv).status()).isEqualTo(409);
        assertThat(api.get(arena).json().at("/models")).hasSize(2);
        JsonNode page = api.get(arena + "/votes?limit=2").json();
        assertThat(page.at("/votes")).hasSize(2);
        assertThat(page.at("/votes/0/winner").asText()).isEqualTo("tie (bothbad)");
        assertThat(api.get(arena + "/votes?limit=2&cursor=" + page.at("/next").asText())
                        .json()
                        .at("/votes"))
                .hasSize(1);
        Api.Answer lines = api.get(arena + "/export?format=jsonl");
        assertThat(lines.type()).startsWith("application/x-ndjson");
        assertThat(lines.text().lines()).hasSize(3).first().asString().contains("\"winner\":\"model_a\"");
        assertThat(api.get(arena + "/export?format=csv").text().lines()).hasSize(4);
        assertThat(api.delete(arena + "/votes/" + page.at("/votes/0/id").asText())
                        .status())
                .isEqualTo(403);
        JsonNode board =
                api.get(arena + "/board?anchor=y&anchorRating=900").json().at("/board");
        assertThat(board.at("/models/1/rating").asDouble()).isEqualTo(900);
        assertThat(board.at("/votes/bothBad").asInt()).isEqualTo(1);
    }

    @Test
    void another_group_finds_nothing_of_an_arena() {
        // Given
        Api vision = member("vision-lab");
        Api nlp = member("nlp-lab");
        String run = completed(vision, SPEC);
        String id = create(vision, side(run)).at("/id");
        String arena = "/api/v1/arenas/" + id;

        // When / Then
        assertThat(nlp.get("/api/v1/arenas").text()).doesNotContain(id);
        assertThat(vision.get("/api/v1/arenas").text()).contains(id);
        for (String path : List.of("", "/board", "/votes", "/export")) {
            assertThat(nlp.get(arena + path).status()).as(path).isEqualTo(404);
        }
        assertThat(nlp.postJson(arena + "/battles", "{}").status()).isEqualTo(404);
        assertThat(nlp.postJson(arena + "/votes", "{\"battle\": \"x\", \"winner\": \"a\"}")
                        .status())
                .isEqualTo(404);
        assertThat(nlp.post(arena + "/import?format=csv", "text/csv", "model_a\n")
                        .status())
                .isEqualTo(404);
        assertThat(nlp.delete(arena + "/votes/1").status()).isEqualTo(404);
        Api.Answer foreign = create(nlp, side(run));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.at("/problems/0/path")).isEqualTo("sides[0].run");
        assertThat(api.get(arena).status()).isEqualTo(200);
    }

    @Test
    void runs_on_two_versions_of_a_dataset_meet_on_the_items_that_are_equal() {
        // Given: the second version begins with a new item, has one that was changed, and one as it was
        String first = completed(api, """
                name: sums
                benchmark:
                  name: sums
                  dataset:
                    inline:
                      - {id: zero, question: "0+0", answer: "0"}
                      - {id: one, question: "0+1", answer: "1"}
                  prompt: "What is {{ question }}?"
                  target: answer
                models: [sim-large]
                """);
        String second = completed(api, """
                name: sums
                benchmark:
                  name: sums
                  dataset:
                    inline:
                      - {id: nine, question: "9+0", answer: "9"}
                      - {id: zero, question: "0 + 0", answer: "0"}
                      - {id: one, question: "0+1", answer: "1"}
                  prompt: "What is {{ question }}?"
                  target: answer
                models: [sim-small]
                """);

        // When
        Api.Answer created = create(api, side(first), side(second));

        // Then
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/comparisons")).isEqualTo("1");
        String arena = "/api/v1/arenas/" + created.at("/id");
        Api.Answer battle = api.postJson(arena + "/battles", "{}");
        assertThat(battle.at("/item")).isIn("item-1", "item-2");
        assertThat(battle.at("/prompt/0/content")).isEqualTo("What is 0+1?");
        Api.Answer vote = api.postJson(
                arena + "/votes", "{\"battle\": \"%s\", \"winner\": \"a\"}".formatted(battle.at("/battle")));
        assertThat(List.of(vote.at("/modelA"), vote.at("/modelB"))).containsExactlyInAnyOrder("sim-large", "sim-small");
        assertThat(api.postJson(arena + "/battles", "{}").at("/progress/voted")).isEqualTo("1");
    }

    @Test
    void what_is_wrong_with_a_new_arena_or_a_vote_is_said() {
        // Given
        String run = completed(api, SPEC);
        String other = completed(api, SPEC.replace("0+0", "8+0").replace("0+1", "0+9"));
        String going = api.post("/api/v1/runs", "text/yaml", SPEC).at("/id");
        String arena = "/api/v1/arenas/" + create(api, side(run)).at("/id");

        // When / Then
        Api.Answer unlike = create(
                api,
                "{\"run\": \"%s\", \"model\": \"sim-large\"}".formatted(run),
                "{\"run\": \"%s\", \"model\": \"sim-large\"}".formatted(other));
        assertThat(unlike.status()).isEqualTo(409);
        assertThat(unlike.at("/detail")).contains("no two of these models have answered the same item");
        problem(create(api, side(going)), "sides[0].run", "has not ended");
        problem(create(api, side(run), side(run)), "sides", "is named twice");
        problem(
                create(api, "{\"run\": \"%s\", \"model\": \"sim-larg\"}".formatted(run)),
                "sides[0].model",
                "has no model 'sim-larg'");
        problem(create(api, "{\"run\": \"%s\", \"model\": \"sim-large\"}".formatted(run)), "sides", "one model only");
        problem(api.postJson("/api/v1/arenas", "{}"), "name", "1 to 200 characters");
        problem(api.postJson(arena + "/votes", "{\"winner\": \"a\"}"), "battle", "is missing");
        problem(
                api.postJson(arena + "/votes", "{\"battle\": \"x\", \"winner\": \"c\"}"),
                "winner",
                "is none of a, b, tie and both_bad");
        assertThat(api.get(arena + "/board?rounds=1").at("/detail")).isEqualTo("rounds: must be 100 to 10000");
        assertThat(api.get(arena + "/board?seed=x").at("/detail")).isEqualTo("seed: must be a whole number");
        assertThat(api.get(arena + "/board?voters=dogs").at("/detail")).startsWith("voters: must be one of");
        assertThat(api.get(arena + "/board?anchor=z").at("/detail"))
                .isEqualTo("anchor: there are sim-large, sim-small");
    }

    private static void problem(Api.Answer answer, String path, String message) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/problems/0/path")).isEqualTo(path);
        assertThat(answer.at("/problems/0/message")).contains(message);
    }
}
