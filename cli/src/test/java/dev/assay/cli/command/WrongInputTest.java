package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongInputTest {

    @TempDir
    Path folder;

    private FakeServer server;
    private Shell shell;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        shell = new Shell(folder).with("ASSAY_URL", server.url()).with("ASSAY_KEY", "secret");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "rnus, Did you mean: assay runs?",
        "arena baord, Did you mean: assay arena board?",
        "runs --lmiit=3, Did you mean: --limit?"
    })
    void a_word_that_is_not_known_is_told_with_the_nearest_one(String words, String told) {
        // When
        Shell.Result result = shell.call(words.split(" "));
        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines()).contains(told);
    }

    @Test
    void a_spec_that_is_not_there() {
        refused(shell.call("run", "nowhere.yaml"), "nowhere.yaml: there is no such file");
    }

    @Test
    void a_spec_that_is_a_folder() throws IOException {
        Path spec = Files.createDirectory(folder.resolve("run.yaml"));
        refused(shell.call("run", spec.toString()), "run.yaml: is not a file");
    }

    @Test
    void a_spec_with_another_ending() throws IOException {
        refused(run("run.txt", "benchmark: x"), "is neither YAML nor JSON by its name");
    }

    @Test
    void an_empty_spec() throws IOException {
        refused(run("run.yaml", " \n"), "is empty — write at least a benchmark and models");
    }

    @Test
    void a_spec_that_is_not_utf_8() throws IOException {
        Path spec = folder.resolve("run.yaml");
        Files.write(spec, new byte[] {'a', ':', '\n', 'b', ':', ' ', (byte) 0xE4, '\n'});
        refused(shell.call("run", spec.toString()), "run.yaml:2: is not UTF-8 (byte 0xE4) — save it as UTF-8");
    }

    @Test
    void a_data_file_that_is_not_there() throws IOException {
        refused(
                run("run.yaml", "benchmark:\n  dataset: {file: items.jsonl}\n"),
                "run.yaml:2:19 benchmark.dataset.file: there is no file " + folder.resolve("items.jsonl"));
    }

    @Test
    void a_data_file_that_is_a_folder() throws IOException {
        Files.createDirectory(folder.resolve("items.jsonl"));
        refused(run("run.yaml", "benchmark: {dataset: {file: items.jsonl}}"), "is not a file — name a .jsonl");
    }

    @Test
    void a_data_file_with_an_ending_that_says_nothing() throws IOException {
        Files.writeString(folder.resolve("items.parquet"), "x");
        refused(
                run("run.json", "{\"benchmark\": {\"dataset\": {\"file\": \"items.parquet\"}}}"),
                "the ending of 'items.parquet' says no format that is known — use .jsonl");
    }

    @Test
    void an_empty_data_file() throws IOException {
        Files.createFile(folder.resolve("items.csv"));
        refused(
                run("run.yaml", "benchmark: {dataset: {file: items.csv}}"),
                "is empty — a dataset has at least one item");
    }

    @Test
    void a_spec_and_a_data_file_and_rows_that_are_no_text_are_named_for_what_they_are() throws IOException {
        // Given
        byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2};
        byte[] utf16 = "benchmark: x".getBytes(StandardCharsets.UTF_16);
        Path spec = Files.write(folder.resolve("packed.yaml"), gzip);
        Path wide = Files.write(folder.resolve("wide.yaml"), utf16);
        Path rows = Files.write(folder.resolve("rows.jsonl"), gzip);
        Files.write(folder.resolve("items.csv"), gzip);

        // When / Then
        String unpack = "is compressed with gzip — unpack it first, such as with gunzip.";
        refused(shell.call("run", spec.toString()), "packed.yaml: " + unpack);
        refused(shell.call("run", wide.toString()), "wide.yaml: is UTF-16 text — save it as UTF-8");
        refused(run("run.yaml", "benchmark: {dataset: {file: items.csv}}"), "items.csv: " + unpack);
        refused(shell.call("score", rows.toString(), "--metric", "exact_match"), "rows.jsonl: " + unpack);
    }

    @Test
    void a_data_file_that_is_not_utf_8() throws IOException {
        Files.write(folder.resolve("items.csv"), new byte[] {'q', '\n', '1', '\n', (byte) 0xFF, '\n'});
        refused(run("run.yaml", "benchmark: {dataset: {file: items.csv}}"), "items.csv:3: is not UTF-8 (byte 0xFF)");
    }

    @Test
    void waiting_for_a_dry_run() throws IOException {
        Path spec = Files.writeString(folder.resolve("run.yaml"), "benchmark: x");
        refused(shell.call("run", spec.toString(), "--dry-run", "--wait"), "--dry-run makes no run");
    }

    @Test
    void an_idempotency_key_with_a_line_end() throws IOException {
        Path spec = Files.writeString(folder.resolve("run.yaml"), "benchmark: x");
        refused(
                shell.call("run", spec.toString(), "--idempotency-key", "a\nb"),
                "--idempotency-key: has 1 to 200 visible ASCII characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8765", "ftp://host", "http://", "http://host/?a=b"})
    void an_address_that_is_none(String url) {
        refused(shell.call("runs", "--url", url), "is not the address of a server");
    }

    @Test
    void an_option_that_does_not_exist() {
        refused(shell.call("runs", "--stat", "RUNNING"), "Unknown option");
    }

    @Test
    void a_number_that_is_none() {
        refused(shell.call("runs", "--limit", "many"), "'many' is not an int");
    }

    @Test
    void a_command_that_does_not_exist() {
        refused(shell.call("runn"), "Unmatched argument");
    }

    @Test
    void a_sample_that_is_none() {
        refused(shell.call("samples", "latest", "17"), "'17' is not a sample");
    }

    @Test
    void prompts_in_a_csv() {
        refused(shell.call("export", "latest", "--format", "csv", "--prompts"), "--prompts goes with --format jsonl");
    }

    @Test
    void a_format_that_does_not_exist() {
        refused(shell.call("export", "latest", "--format", "xml"), "expected one of [csv, jsonl]");
    }

    @Test
    void an_export_into_a_folder_that_does_not_exist() {
        refused(
                shell.call("export", "latest", "--format", "csv", "-o", folder + "/no/x.csv"),
                "there is no such folder");
    }

    @Test
    void a_data_folder_without_a_name_is_not_the_folder_one_is_in() {
        refused(shell.call("status", "--data", ""), "--data names no folder.");
    }

    @Test
    void too_many_slots() {
        refused(shell.call("worker", "--slots", "0"), "--slots: must be 1 to 10000");
    }

    @Test
    void a_demo_without_items() {
        refused(shell.call("demo", "--items", "0"), "--items: must be 1 or more");
    }

    @Test
    void a_run_that_the_server_does_not_know() {
        Shell.Result result = shell.call("report", "01zz/../x");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("nothing at /api/v1/runs/01zz%2F..%2Fx/report");
    }

    private Shell.Result run(String name, String text) throws IOException {
        return shell.call("run", Files.writeString(folder.resolve(name), text).toString());
    }

    private void refused(Shell.Result result, String message) {
        assertThat(result.err()).contains(message);
        assertThat(result.out()).isEmpty();
        assertThat(result.status()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }
}
