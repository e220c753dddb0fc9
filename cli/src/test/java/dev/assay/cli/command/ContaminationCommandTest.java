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

/** No server runs here. */
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
