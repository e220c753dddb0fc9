package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArenaCommandsTest {

    private static final String VOTES = """
            model_a,model_b,winner,length_a,length_b,judge
            strong,weak,model_a,120,80,arena_user_1
            strong,weak,model_a,90,95,arena_user_1
            weak,strong,model_a,70,85,arena_user_2
            weak,strong,tie (bothbad),70,85,gpt-4
            new,strong,model_b,10,20,gpt-4
            """;

    @TempDir
    Path folder;

    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Shell.Result call(String... arguments) {
        return new Shell(folder)
                .with("ASSAY_URL", server.url())
                .with("ASSAY_KEY", "ask_k")
                .call(arguments);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void votes_of_a_file_are_rated_without_a_server() throws IOException {
        // Given
        String file = file("votes.csv", VOTES);

        // When
        Shell.Result text = call("stats", "ratings", file);
        JsonNode board = json(call("arena", "rate", file, "--json").out());

        // Then
        assertThat(board.at("/models/0/model").asText()).isEqualTo("strong");
        assertThat(board.at("/models/0/rating").asDouble()).isGreaterThan(1000);
        assertThat(board.at("/models/2/model").asText()).isEqualTo("new");
        assertThat(board.at("/models/2/rating").isNull()).isTrue();
        assertThat(board.at("/undefined/0/reason").asText()).isEqualTo("ONLY_LOST");
        assertThat(board.at("/votes/people").asInt()).isEqualTo(3);
        assertThat(board.at("/votes/judges").asInt()).isEqualTo(2);
        assertThat(board.at("/style/votes").asInt()).isEqualTo(4);
        assertThat(text.out())
                .contains("5 votes, 1 ties (1 say both are bad); by people 3, by judges 2.")
                .contains("No rating for new: a vote is missing that new does not lose against any of strong, weak.")
                .contains("won against");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void the_same_file_and_seed_give_the_same_text_and_an_anchor_is_held() throws IOException {
        // Given
        String file = file("votes.csv", VOTES);

        // When
        Shell.Result first = call("stats", "ratings", file, "--anchor", "weak", "--anchor-rating", "800", "--json");

        // Then
        assertThat(call("arena", "rate", file, "--anchor", "weak", "--anchor-rating", "800", "--json"))
                .isEqualTo(first);
        assertThat(json(first.out()).at("/models/1/rating").asDouble()).isEqualTo(800);
        assertThat(json(first.out()).at("/settings/anchor").asText()).isEqualTo("weak");
    }

    @Test
    void a_file_that_holds_no_votes_is_refused_with_its_line() throws IOException {
        refused(file("a.csv", "model_a,model_b\nx,y\n"), "a.csv:2: the field 'winner' is missing");
        refused(file("b.csv", "model_a,model_b,winner\nx,x,tie\n"), "the field 'model_b' is the same model as model_a");
        refused(file("c.jsonl", "{\"model_a\": 1}\n{}\n"), "c.jsonl:1: the field 'model_b' is missing");
        refused(file("d.jsonl", "nonsense\n"), "d.jsonl:1: is not JSON");
        Shell.Result anchor = call("stats", "ratings", file("e.csv", VOTES), "--anchor", "nobody");
        assertThat(anchor.status()).isEqualTo(2);
        assertThat(anchor.err()).contains("--anchor: there is no model 'nobody'.");
        Shell.Result rounds = call("stats", "ratings", file("e.csv", VOTES), "--rounds", "5");
        assertThat(rounds.err()).contains("--rounds: must be 100 to 10000.");
    }

    private void refused(String file, String message) {
        Shell.Result result = call("stats", "ratings", file);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(message);
    }

    @Test
    void an_arena_is_made_of_runs_and_models() throws IOException {
        // Given
        server.on(
                "POST /api/v1/arenas",
                201,
                "{\"id\": \"01arena\", \"models\": [\"a\", \"b\", \"c\"], \"comparisons\": 1200}");

        // When
        Shell.Result result = call("arena", "create", "which one", "01aaa", "01bbb:small", "01ccc:small=tuned");

        // Then
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out().strip()).isEqualTo("01arena");
        assertThat(result.err()).contains("1,200 battles for each voter").contains("/#/arena/01arena/vote");
        assertThat(json(server.requests().getFirst().body())).isEqualTo(json("""
                {"name": "which one", "sides": [
                    {"run": "01aaa"}, {"run": "01bbb", "model": "small"},
                    {"run": "01ccc", "model": "small", "name": "tuned"}]}
                """));
    }

    @Test
    void votes_are_given_line_by_line_and_models_are_named_afterwards() {
        // Given
        String battle = "{\"battle\": \"01b%s\", \"prompt\": [{\"role\": \"user\", \"content\": \"Why?\"}],"
                + " \"a\": {\"answer\": \"one\\u001b[2J\"}, \"b\": {\"answer\": \"two\"},"
                + " \"progress\": {\"voted\": 0, \"comparisons\": 3}}";
        server.on("POST /api/v1/arenas/01arena/battles", battle.formatted("1"));
        server.on("POST /api/v1/arenas/01arena/battles", battle.formatted("2"));
        server.on("POST /api/v1/arenas/01arena/battles", "{\"progress\": {\"voted\": 1, \"comparisons\": 3}}");
        server.on("POST /api/v1/arenas/01arena/votes", "{\"vote\": 7, \"modelA\": \"m1\", \"modelB\": \"m2\"}");

        // When
        Shell.Result result = withInput("what\n2\ns\n", "arena", "vote", "01arena");

        // Then
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("  Why?")
                .contains("Answer A\n  one[2J\n")
                .contains("Vote 7 counts. A was m1, B was m2.")
                .endsWith("No battle is left for you. See './assay arena board 01arena'.\n");
        assertThat(server.requests())
                .extracting(FakeServer.Request::body)
                .containsExactly("{}", "{\"battle\":\"01b1\",\"winner\":\"b\"}", "{}", "{\"skip\":\"01b2\"}");
    }

    private Shell.Result withInput(String text, String... arguments) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return call(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void a_board_is_asked_for_with_its_settings_and_votes_come_and_go() throws IOException {
        // Given
        String board =
                call("stats", "ratings", file("votes.csv", VOTES), "--json").out();
        server.on(
                "GET /api/v1/arenas/01arena/board?voters=person&anchor=weak&anchorRating=1000.0&confidence=0.95&rounds=1000&seed=1",
                "{\"arena\": \"01arena\", \"board\": " + board + "}");
        server.on("DELETE /api/v1/arenas/01arena/votes/7", 204, "");
        server.on("POST /api/v1/arenas/01arena/import?format=csv", 201, "{\"votes\": 5}");
        server.on("GET /api/v1/arenas/01arena/export?format=csv", "id\r\n");

        // When
        Shell.Result shown = call("arena", "board", "01arena", "--voters", "person", "--anchor", "weak");

        // Then
        assertThat(shown.out()).contains("strong").contains("without style");
        assertThat(call("arena", "withdraw", "01arena", "7").out()).contains("Vote 7 does not count any more.");
        assertThat(call("arena", "import", "01arena", file("votes.csv", VOTES)).out())
                .contains("5 votes were imported.");
        assertThat(server.requests().getLast().body()).isEqualTo(VOTES);
        assertThat(call("arena", "export", "01arena", "--format", "csv").out()).isEqualTo("id\r\n");
        assertThat(call("arena", "import", "01arena", "votes.txt").status()).isEqualTo(2);
        assertThat(call("arena", "import", "01arena", "none.csv").err()).contains("there is no such file");
        assertThat(call("arena", "board", "nowhere").err()).contains("nothing at");
    }
}
