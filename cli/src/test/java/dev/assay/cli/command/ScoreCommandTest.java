package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No server runs here. */
class ScoreCommandTest {

    private static final String FOUR = """
            {"id": "a", "prediction": "Paris", "reference": "Paris", "topic": "cities"}
            {"id": "b", "prediction": "Rome", "reference": "Milan", "topic": "cities"}
            {"id": "c", "prediction": "4", "references": ["four", "4"], "topic": "numbers"}
            {"id": "d", "prediction": 5, "target": 5, "topic": "numbers"}
            """;

    @TempDir
    Path folder;

    @Test
    void prints_the_score_with_its_interval_and_coverage() throws IOException {
        // When
        Shell.Result result = score(FOUR, "exact_match");
        // Then
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines())
                .containsExactly(
                        "exact_match     95 % interval  n  coverage  method",
                        "     0.7500  [0.3006, 0.9544]  4   100.0 %  wilson-95",
                        "exact_match: 0 to 1, higher is better. Prediction and a reference are the same text.");
        assertThat(result.status()).isZero();
    }

    @Test
    void scores_groups() throws IOException {
        // When
        JsonNode document = json(score(FOUR, "exact_match", "--by", "topic", "--json"));
        // Then
        assertThat(document.path("value").asDouble()).isEqualTo(0.75);
        assertThat(document.path("groups").findValuesAsText("group")).containsExactly("cities", "numbers");
        assertThat(document.at("/groups/0/value").asDouble()).isEqualTo(0.5);
        assertThat(document.at("/groups/1/value").asDouble()).isEqualTo(1);
        assertThat(document.at("/groups/1/interval/method").asText()).isEqualTo("wilson-95");
    }

    private static final String SENTENCES = """
            {"id": "a", "prediction": "First 3, so it is $12.", "reference": "12"}
            {"id": "b", "prediction": "Answer: 7. Or 8?", "reference": "7"}
            {"id": "c", "prediction": "I cannot say.", "reference": "5"}
            """;

    @Test
    void scores_what_filters_take_out_of_predictions() throws IOException {
        // When
        JsonNode document = json(score(SENTENCES, "numeric", "--extract", "last_number", "--rows", "--json"));
        // Then: what was not found is wrong, and does not lower the coverage
        assertThat(document.path("scores").findValuesAsText("extracted")).containsExactly("12", "8", "null");
        assertThat(document.path("scores").findValuesAsText("score")).containsExactly("1.0", "0.0", "0.0");
        assertThat(document.path("unextracted").asInt()).isEqualTo(1);
        assertThat(document.path("coverage").asDouble()).isEqualTo(1);
        assertThat(document.at("/extract/0").asText()).isEqualTo("last_number");
    }

    @Test
    void a_filter_looks_at_what_the_one_before_left() throws IOException {
        // When
        Shell.Result result = score(
                SENTENCES,
                "numeric",
                "--extract",
                "{name: before, marker: 'Or', optional: true}",
                "--extract",
                "[strip, last_number]");
        // Then
        assertThat(result.out())
                .contains("0.6667")
                .contains("Nothing was extracted from 1 of 3 predictions, which count as wrong.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "last_numbre|--extract: unknown filter 'last_numbre'; did you mean 'last_number'?",
                "{name: after}|--extract: ",
                "{name: [|--extract: '{name: [' is no filter; write its name, such as flexible_number,",
                "!!set x|--extract: '!!set x' is no filter; write its name, such as flexible_number,"
            })
    void a_wrong_filter_is_named(String filter, String told) throws IOException {
        // When
        Shell.Result result = score(SENTENCES, "numeric", "--extract", filter);
        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith(told);
        assertThat(result.out()).isEmpty();
    }

    private static final String REPEATED = """
            {"id": "a", "prediction": "4", "reference": "4"}
            {"id": "b", "prediction": "5", "reference": "7"}
            {"id": "a", "prediction": "3", "reference": "4"}
            {"id": "b", "prediction": "6", "reference": "7"}
            {"id": "a", "prediction": "3", "reference": "4"}
            {"id": "b", "prediction": "7", "reference": "7"}
            {"id": "c", "prediction": "1", "reference": "1"}
            """;

    @ParameterizedTest
    @CsvSource({"pass@1, 0.5555555555555556", "pass@2, 0.6666666666666666", "pass^2, 0", "maj@3, 0", "mean@2, 0.25"})
    void folds_the_answers_to_an_item(String fold, double expected) throws IOException {
        // When
        Shell.Result result = score(REPEATED, "exact_match", "--repeats", fold, "--json");
        // Then
        JsonNode document = json(result);
        assertThat(document.path("value").asDouble()).isCloseTo(expected, within(1e-12));
        assertThat(document.path("rows").asInt()).isEqualTo(7);
        assertThat(document.path("itemsWithTooFew").asInt()).isEqualTo(fold.equals("pass@1") ? 0 : 1);
    }

    @Test
    void refuses_a_fold_that_it_does_not_know_or_that_does_not_fit() throws IOException {
        // When
        Shell.Result unknown = score(REPEATED, "exact_match", "--repeats", "best@2");
        // Then
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("--repeats: there is no fold 'best@2'");
        assertThat(score(REPEATED, "wer", "--repeats", "pass@2").err()).contains("wer has no scores from 0 (wrong)");
        assertThat(score(REPEATED, "f1", "--repeats", "maj@2", "--cluster", "id")
                        .err())
                .contains("--cluster: does not");
    }

    @Test
    void prints_rows_as_json_lines_and_the_summary_beside_them() throws IOException {
        // When
        Shell.Result result = score(FOUR, "exact_match", "--rows");
        // Then
        assertThat(result.out().lines())
                .containsExactly(
                        "{\"line\":1,\"id\":\"a\",\"score\":1.0}",
                        "{\"line\":2,\"id\":\"b\",\"score\":0.0}",
                        "{\"line\":3,\"id\":\"c\",\"score\":1.0}",
                        "{\"line\":4,\"id\":\"d\",\"score\":1.0}");
        assertThat(result.err()).contains("0.7500");
    }

    @Test
    void rows_that_cannot_be_scored_are_told_and_lower_the_coverage() throws IOException {
        // Given
        String rows = """
                {"prediction": "a", "reference": "a"}
                {"reference": "a"}
                {"prediction": "a", "reference": ""}
                {"prediction": "a", "references": []}
                {"prediction": "a", "reference": ["a", "b"]}
                {"prediction": NaN, "reference": "a"}
                {"prediction": "a", "reference": "a"
                [1]
                {"prediction": null, "reference": "a"}

                {"prediction": ["a"], "reference": "a"}
                {"prediction": "a"}
                """;
        // When
        Shell.Result result = score(rows, "exact_match", "--json");
        // Then
        JsonNode document = json(result);
        assertThat(document.path("rows").asInt()).isEqualTo(11);
        assertThat(document.path("n").asInt()).isEqualTo(1);
        assertThat(document.path("coverage").asDouble()).isEqualTo(1 / 11.0);
        assertThat(result.err().lines().map(line -> line.substring(line.indexOf("answers.jsonl"))))
                .containsExactly(
                        "answers.jsonl:2: the prediction is missing (field 'prediction') (2 rows: lines 2, 9)",
                        "answers.jsonl:3: the reference is empty",
                        "answers.jsonl:4: the list of references is empty",
                        "answers.jsonl:5: the field 'reference' holds a list where a text is expected; name it 'references', or say --reference reference",
                        "answers.jsonl:6: the field 'prediction' is NaN, not a text or number",
                        "answers.jsonl:7: is not JSON (column 37)",
                        "answers.jsonl:8: is not a JSON object",
                        "answers.jsonl:11: the field 'prediction' holds a list where a text is expected",
                        "answers.jsonl:12: the reference is missing (field 'reference')");
        assertThat(result.status()).isZero();
    }

    @Test
    void reads_csv_with_quotes_commas_and_line_ends() throws IOException {
        // Given
        String csv = "id,prediction,reference,topic\r\n"
                + "1,\"a, \"\"b\"\"\",\"a, \"\"b\"\"\",x\r\n"
                + "2,\"two\nlines\",\"two\nlines\",x\r\n"
                + "3,,a,y\r\n"
                + "4,\"\",a,y\r\n"
                + "5,a,a\r\n";
        // When
        Shell.Result result = call(csv, "answers.csv", "exact_match", "--by", "topic", "--rows");
        // Then
        assertThat(result.out().lines())
                .containsExactly(
                        "{\"line\":2,\"id\":\"1\",\"score\":1.0}",
                        "{\"line\":3,\"id\":\"2\",\"score\":1.0}",
                        "{\"line\":6,\"id\":\"3\",\"score\":null,\"reason\":\"the prediction is missing (field 'prediction')\"}",
                        "{\"line\":7,\"id\":\"4\",\"score\":0.0}",
                        "{\"line\":8,\"score\":null,\"reason\":\"has 3 columns, and the header 4\"}");
    }

    @Test
    void a_list_of_references_stands_in_a_csv_cell_as_json() throws IOException {
        // Given
        String csv = "prediction,references\nb,\"[\"\"a\"\", \"\"b\"\"]\"\n[a],[a]\n";
        // When
        JsonNode document = json(call(csv, "answers.csv", "exact_match", "--json"));
        // Then
        assertThat(document.path("value").asDouble()).isEqualTo(1);
    }

    @Test
    void reads_standard_input_and_sees_by_its_beginning_what_it_is() {
        // Given
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(FOUR.getBytes(StandardCharsets.UTF_8)));
        try {
            // When
            Shell.Result result = new Shell(folder).call("score", "--metric", "exact_match", "-");
            // Then
            assertThat(result.out()).contains("0.7500");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void a_metric_of_sets_has_a_bootstrap_interval_that_the_seed_decides() throws IOException {
        // Given
        String rows = translations();
        // When
        JsonNode once = json(score(rows, "bleu", "--json", "--seed", "7"));
        JsonNode again = json(score(rows, "bleu", "--json", "--seed", "7"));
        JsonNode other = json(score(rows, "bleu", "--json", "--seed", "8"));
        // Then
        assertThat(again).isEqualTo(once);
        assertThat(other.path("value")).isEqualTo(once.path("value"));
        assertThat(other.path("interval")).isNotEqualTo(once.path("interval"));
        assertThat(once.at("/interval/method").asText()).isEqualTo("bootstrap-95");
        assertThat(once.at("/interval/low").asDouble())
                .isLessThan(once.path("value").asDouble());
        assertThat(once.at("/interval/high").asDouble())
                .isGreaterThan(once.path("value").asDouble());
    }

    @Test
    void corpus_bleu_is_not_the_mean_of_sentences() throws IOException {
        // Given: 4 of 4 words, and 5 of 6 words with 3 of 5, 1 of 4 and 0 of 3 longer runs
        String rows = """
                {"prediction": "the cat sat down", "reference": "the cat sat down"}
                {"prediction": "a dog ran over my foot", "reference": "a dog ran on my foot"}
                """;
        // When
        JsonNode document = json(score(rows, "bleu", "--json"));
        // Then
        double expected = 100 * Math.pow(9 / 10.0 * (6 / 8.0) * (3 / 6.0) * (1 / 4.0), 0.25);
        assertThat(document.path("value").asDouble()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void clusters_widen_the_interval() throws IOException {
        // Given: each text's three questions stand or fall together
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rows.append("{\"prediction\": \"%s\", \"reference\": \"a\", \"text\": \"t%d\"}%n"
                    .formatted(i / 3 % 2 == 0 ? "a" : "b", i / 3));
        }
        // When
        JsonNode alone = json(score(rows.toString(), "exact_match", "--json"));
        JsonNode clustered = json(score(rows.toString(), "exact_match", "--json", "--cluster", "text"));
        // Then
        assertThat(clustered.path("value")).isEqualTo(alone.path("value"));
        assertThat(clustered.at("/interval/method").asText()).isEqualTo("clustered-95");
        assertThat(width(clustered)).isGreaterThan(1.5 * width(alone));
    }

    @Test
    void parameters_reach_the_metric() throws IOException {
        // Given
        String rows = "{\"prediction\": \"$1,000.\", \"reference\": \"1000\"}";
        // When
        JsonNode document = json(score(
                rows,
                "exact_match",
                "--param",
                "regexes_to_ignore=,",
                "--param",
                "regexes_to_ignore=\\$",
                "--param",
                "regexes_to_ignore=\\.$",
                "--json"));
        // Then
        assertThat(document.path("value").asDouble()).isEqualTo(1);
        assertThat(document.at("/parameters/regexes_to_ignore")).hasSize(3);
    }

    @Test
    void a_blank_reference_of_squad_2_is_a_question_without_answer() throws IOException {
        // When
        JsonNode document = json(score("{\"prediction\": \"\", \"references\": []}", "squad_v2_f1", "--json"));
        // Then
        assertThat(document.path("value").asDouble()).isEqualTo(1);
    }

    @Test
    void a_wrong_name_is_answered_with_the_nearest() throws IOException {
        refused(score(FOUR, "blue"), "--metric: unknown metric 'blue'; did you mean 'bleu'?");
        refused(
                score(FOUR, "exact_match", "--param", "ignore_caps=true"),
                "--param ignore_caps: unknown parameter of metric 'exact_match': 'ignore_caps'; did you mean 'ignore_case'?");
        refused(
                score(FOUR, "exact_match", "--param", "ignore_case=perhaps"),
                "--param ignore_case: expected true or false");
        refused(score(FOUR, "exact_match", "--param", "ignore_case"), "'ignore_case' is not name=value");
    }

    @Test
    void a_file_that_cannot_be_scored_is_refused() throws IOException {
        refused(score("", "exact_match"), "answers.jsonl: holds no rows");
        refused(score("{\"a\": 1}\n", "exact_match"), "No row could be scored.");
        refused(call("x", "answers.txt", "exact_match"), "answers.txt: its ending says no format that is known");
        refused(call("", "answers.csv", "exact_match"), "answers.csv: is empty");
        refused(call("a,a\n1,2\n", "answers.csv", "exact_match"), "two columns of the header have the same name");
        refused(new Shell(folder).call("score", "--metric", "bleu", "nowhere.jsonl"), "there is no such file");
        refused(new Shell(folder).call("score", "--metric", "bleu"), "FILE: is missing");
        refused(new Shell(folder).call("score", "x.jsonl"), "--metric: is missing");
        refused(score(FOUR, "exact_match", "--confidence", "95"), "--confidence: lies between 0 and 1");
    }

    @Test
    void all_metrics_are_listed() throws JsonProcessingException {
        // When
        Shell.Result text = new Shell(folder).call("score", "--list");
        JsonNode document = json(new Shell(folder).call("score", "--list", "--json"));
        // Then
        List<String> names = document.path("metrics").findValuesAsText("name");
        assertThat(names).contains("bleu", "exact_match", "squad_f1");
        assertThat(text.out().lines().skip(1)).hasSize(document.path("metrics").size());
    }

    private static String translations() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            rows.append(
                    "{\"prediction\": \"item %d lies on the %s table\", \"reference\": \"item %d lies on the long table\"}%n"
                            .formatted(i, i % 3 == 0 ? "short" : "long", i));
        }
        return rows.toString();
    }

    private static double width(JsonNode document) {
        return document.at("/interval/high").asDouble()
                - document.at("/interval/low").asDouble();
    }

    private Shell.Result score(String rows, String metric, String... options) throws IOException {
        return call(rows, "answers.jsonl", metric, options);
    }

    private Shell.Result call(String text, String name, String metric, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        List<String> arguments = new ArrayList<>(List.of("score", "--metric", metric));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        return new Shell(folder).call(arguments.toArray(String[]::new));
    }

    private static JsonNode json(Shell.Result result) throws JsonProcessingException {
        return new ObjectMapper().readTree(result.out());
    }

    private static void refused(Shell.Result result, String message) {
        assertThat(result.err()).contains(message);
        assertThat(result.out()).isEmpty();
        assertThat(result.status()).isEqualTo(2);
    }
}
