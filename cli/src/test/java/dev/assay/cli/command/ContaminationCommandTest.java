package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContaminationCommandTest {

    private static final String SEEN =
            "A farmer keeps twelve brown hens and each of them lays two eggs every third day of the week";

    private static final String ITEMS = """
            {"id": "seen", "question": "%s"}
            {"id": "unseen", "question": "How many quiet lamps does the old lighthouse keeper light when the fog has come in from the sea"}
            """.formatted(SEEN);

    @TempDir
    Path folder;

    private Path items = Path.of("");

    @BeforeEach
    void write() throws IOException {
        items = Files.writeString(folder.resolve("items.jsonl"), ITEMS);
    }

    @Test
    void an_item_in_a_text_is_flagged_with_its_place() throws IOException {
        // Given: the copy is broken across lines, in capitals, far into the file
        String copy = SEEN.toUpperCase(Locale.ROOT).replace("LAYS ", "LAYS\n");
        String filler = "nothing of this line is asked by anybody at any time\n";
        Path corpus =
                Files.writeString(folder.resolve("corpus.txt"), filler.repeat(5000) + copy + "\n" + filler.repeat(100));
        // When
        JsonNode document = call(corpus, "--json");
        // Then
        assertThat(document.path("items").asInt()).isEqualTo(2);
        assertThat(document.path("flagged")).hasSize(1);
        JsonNode finding = document.at("/flagged/0");
        assertThat(finding.path("item").asText()).isEqualTo("seen");
        assertThat(finding.path("share").asDouble()).isEqualTo(1);
        String where = finding.path("document").asText();
        assertThat(where).startsWith(corpus + ":");
        int line = Integer.parseInt(where.substring(where.lastIndexOf(':') + 1));
        assertThat(line).isBetween(4000, 5001);
    }

    @Test
    void a_copy_across_two_pieces_is_found_whole() throws IOException {
        // Given: one word on a line, so that every piece ends within some copy's neighbourhood
        Path corpus = Files.writeString(
                folder.resolve("corpus.txt"), ("word\n".repeat(6500) + SEEN.replace(" ", "\n") + "\n").repeat(4));
        // When
        JsonNode document = call(corpus, "--json");
        // Then
        assertThat(document.at("/flagged/0/share").asDouble()).isEqualTo(1);
    }

    @Test
    void a_folder_is_searched_with_its_json_lines() throws IOException {
        // Given
        Path corpus = Files.createDirectories(folder.resolve("corpus/deep"));
        Files.writeString(corpus.resolve("a.txt"), "nothing\n");
        Files.writeString(corpus.resolve("picture.png"), SEEN);
        Files.writeString(
                corpus.resolve("b.jsonl"), "{\"text\": \"other\"}\n{\"body\": 1}\n{\"text\": \"" + SEEN + "\"}\n");
        // When
        Shell.Result result = shell(folder.resolve("corpus"), "--json");
        // Then
        JsonNode document = new ObjectMapper().readTree(result.out());
        assertThat(document.path("flagged").findValuesAsText("document"))
                .containsExactly(corpus.resolve("b.jsonl") + ":3");
        assertThat(document.path("documents").asInt()).isEqualTo(3);
        assertThat(result.err()).contains("has no field 'text'");
        assertThat(result.status()).isZero();
    }

    @Test
    void an_edited_copy_is_found_by_minhash() throws IOException {
        // Given
        String edited = SEEN.replace("brown", "red").replace("third", "second").replace("two", "three");
        Path corpus = Files.writeString(folder.resolve("corpus.txt"), edited);
        // When
        JsonNode overlap = call(corpus, "--json");
        JsonNode minHash = call(corpus, "--minhash", "--threshold", "0.4", "--json");
        // Then
        assertThat(overlap.path("flagged")).isEmpty();
        assertThat(minHash.at("/flagged/0/item").asText()).isEqualTo("seen");
    }

    @Test
    void scores_are_shown_with_and_without_flagged_items() throws IOException {
        // Given
        Path corpus = Files.writeString(folder.resolve("corpus.txt"), SEEN);
        Path scores = Files.writeString(
                folder.resolve("scores.jsonl"),
                "{\"id\": \"seen\", \"score\": 1}\n{\"id\": \"unseen\", \"score\": 0}\n{\"id\": \"more\", \"score\": null}\n");
        // When
        JsonNode document = call(corpus, "--scores", scores.toString(), "--json");
        Shell.Result text = shell(corpus, "--scores", scores.toString());
        // Then
        assertThat(document.at("/scores/all/value").asDouble()).isEqualTo(0.5);
        assertThat(document.at("/scores/clean/value").asDouble()).isZero();
        assertThat(document.at("/scores/flagged/value").asDouble()).isEqualTo(1);
        assertThat(document.at("/scores/change").asDouble()).isEqualTo(-0.5);
        assertThat(text.out()).contains("1 of 2 items are found", "not flagged");
    }

    @Test
    void what_cannot_be_searched_is_refused() throws IOException {
        refused(shell(folder.resolve("nowhere")), "there is no such file");
        refused(shell(Files.createDirectory(folder.resolve("empty"))), "holds no .txt, .md or .jsonl file");
        Path corpus = Files.writeString(folder.resolve("corpus.txt"), SEEN);
        refused(shell(corpus, "--threshold", "2"), "--threshold: lies above 0");
        refused(shell(corpus, "--text", "body"), "items.jsonl:1: has none of the fields body");
    }

    @Test
    void items_of_a_run_are_looked_for_and_every_model_has_its_score_with_and_without_them() throws IOException {
        // Given: two pages of items; the model that has seen one knows it
        Path corpus = Files.writeString(folder.resolve("corpus.txt"), SEEN);
        Path more = Files.writeString(folder.resolve("more.txt"), "nothing\n");
        String page =
                "{\"items\": [{\"item\": %d, \"itemId\": \"%s\", \"text\": \"%s\", \"fields\": {\"q\": \"x\"}}]%s}";
        StringBuilder samples = new StringBuilder();
        for (String[] sample : new String[][] {
            {"cheat", "seen", "1", ""},
            {"cheat", "other", "0", ""},
            {"cheat", "seen", "0", ",\"variant\":\"typos\""},
            {"honest", "seen", "0", ""},
            {"honest", "other", "0", ""}
        }) {
            samples.append(
                    "{\"model\":\"%s\",\"itemId\":\"%s\",\"scores\":{\"em\":%s}%s}\n".formatted((Object[]) sample));
        }
        try (FakeServer server = new FakeServer()
                .on("GET /api/v1/runs/latest/items?limit=500", page.formatted(0, "seen", SEEN, ",\"next\":\"b\""))
                .on(
                        "GET /api/v1/runs/latest/items?limit=500&cursor=b",
                        page.formatted(1, "other", "How many lamps does the old keeper light in the fog", ""))
                .on("GET /api/v1/runs/latest/export?format=jsonl", samples.toString())) {
            Shell shell = new Shell(folder).with("ASSAY_URL", server.url()).with("ASSAY_KEY", "secret");
            // When
            Shell.Result json =
                    shell.call("contamination", "--run", "latest", corpus.toString(), more.toString(), "--json");
            Shell.Result text = shell.call("contamination", "--run", "latest", corpus.toString());
            Shell.Result noField =
                    shell.call("contamination", "--run", "latest", corpus.toString(), "--text", "question");
            // Then
            JsonNode document = new ObjectMapper().readTree(json.out());
            assertThat(document.at("/flagged").findValuesAsText("item")).containsExactly("seen");
            assertThat(document.path("documents").asInt()).isEqualTo(2);
            JsonNode cheat = document.at("/models/0");
            assertThat(cheat.path("model").asText()).isEqualTo("cheat");
            assertThat(cheat.at("/all/value").asDouble()).isEqualTo(0.5);
            assertThat(cheat.at("/clean/value").asDouble()).isZero();
            assertThat(cheat.path("change").asDouble()).isEqualTo(-0.5);
            assertThat(cheat.path("changeLow").asDouble()).isEqualTo(-0.5);
            assertThat(cheat.path("changeHigh").asDouble()).isBetween(-0.4, 0.5);
            assertThat(document.at("/models/1/change").asDouble()).isZero();
            assertThat(text.err()).isEmpty();
            assertThat(text.out()).contains("1 of 2 items are found", "cheat", "-0.5", "honest");
            refused(noField, "The item 'seen' has none of the fields question");
        }
    }

    @Test
    void what_is_looked_for_and_where_must_be_said() {
        refused(new Shell(folder).call("contamination"), "Name a file of items and --corpus");
        refused(new Shell(folder).call("contamination", items.toString()), "Name a file of items and --corpus");
        refused(new Shell(folder).call("contamination", "--run", "latest"), "Name the texts to look in");
        refused(
                new Shell(folder).call("contamination", "--run", "latest", "x.txt", "--scores", "s.jsonl"),
                "a run has its own");
    }

    private JsonNode call(Path corpus, String... options) throws IOException {
        return new ObjectMapper().readTree(shell(corpus, options).out());
    }

    private Shell.Result shell(Path corpus, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("contamination", items.toString(), "--corpus", corpus.toString()));
        arguments.addAll(List.of(options));
        return new Shell(folder).call(arguments.toArray(String[]::new));
    }

    private static void refused(Shell.Result result, String message) {
        assertThat(result.err()).contains(message);
        assertThat(result.out()).isEmpty();
        assertThat(result.status()).isEqualTo(2);
    }
}
