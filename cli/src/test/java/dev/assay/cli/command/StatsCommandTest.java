package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No server runs here. */
class StatsCommandTest {

    @TempDir
    Path folder;

    @Test
    void right_and_wrong_answers_are_compared_with_mcnemar() throws IOException {
        // Given: of 40 items 20 are right in both, 9 in A alone, 1 in B alone
        String a = answers(40, i -> i < 29);
        String b = answers(40, i -> i < 20 || i == 30);
        // When
        JsonNode document = compare(a, b, "exact_match", "--json");
        // Then: twice the chance of at most one head of ten, and that less the chance of exactly one
        assertThat(document.path("difference").asDouble()).isCloseTo(0.2, within(1e-12));
        assertThat(document.at("/tests/mcnemar-exact").asDouble()).isCloseTo(22 / 1024.0, within(1e-12));
        assertThat(document.at("/tests/mcnemar-mid-p").asDouble()).isCloseTo(12 / 1024.0, within(1e-12));
        assertThat(document.path("p")).isEqualTo(document.at("/tests/mcnemar-mid-p"));
        assertThat(document.at("/flips/aHigher").asInt()).isEqualTo(9);
        assertThat(document.at("/flips/bHigher").asInt()).isEqualTo(1);
        assertThat(document.at("/flips/same").asInt()).isEqualTo(30);
        assertThat(document.path("intervals").findValuesAsText("method")).containsExactly("bonett-price-95", "bca-95");
        assertThat(document.path("better").asText()).isEqualTo("A");
        assertThat(document.path("detectable").asDouble()).isPositive();
    }

    @Test
    void items_are_paired_by_name_and_repeats_are_averaged() throws IOException {
        // Given
        String a = row("x", "r", "t") + row("x", "w", "t") + row("y", "r", "t") + row("z", "r", "t");
        String b = row("y", "w", "t") + row("x", "w", "t") + row("q", "r", "t");
        // When
        JsonNode document = compare(a, b, "exact_match", "--json");
        // Then
        assertThat(document.path("items").asInt()).isEqualTo(2);
        assertThat(document.path("unpaired").asInt()).isEqualTo(2);
        assertThat(document.path("a").asDouble()).isEqualTo(0.75);
        assertThat(document.path("b").asDouble()).isZero();
    }

    @Test
    void rows_without_names_are_paired_by_their_place() throws IOException {
        // Given
        String a = "{\"prediction\": \"r\", \"reference\": \"r\"}\n".repeat(3);
        String b = "{\"prediction\": \"w\", \"reference\": \"r\"}\n".repeat(2);
        // When
        JsonNode document = compare(a, b, "exact_match", "--json");
        // Then
        assertThat(document.path("items").asInt()).isEqualTo(2);
        assertThat(document.path("unpaired").asInt()).isEqualTo(1);
    }

    @Test
    void groups_have_p_values_after_holm() throws IOException {
        // Given
        String a = answers(40, i -> i < 29);
        String b = answers(40, i -> i < 20 || i == 30);
        // When
        Shell.Result text = call(a, b, "exact_match", "--by", "topic");
        JsonNode document = compare(a, b, "exact_match", "--by", "topic", "--json");
        // Then: the smallest of two is doubled
        JsonNode even = document.at("/groups/0");
        JsonNode odd = document.at("/groups/1");
        double least = Math.min(even.path("p").asDouble(), odd.path("p").asDouble());
        double most = Math.max(even.path("p").asDouble(), odd.path("p").asDouble());
        assertThat(List.of(even.path("holm").asDouble(), odd.path("holm").asDouble()))
                .contains(2 * least, Math.max(2 * least, most));
        assertThat(text.out()).contains("Holm", "A is better.");
    }

    @Test
    void a_metric_of_sets_is_compared_by_drawing_items_again() throws IOException {
        // Given: A is right where B errs in one of five words, in two of three items
        StringBuilder a = new StringBuilder();
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String right = "number " + i + " is on the list";
            a.append(row("i" + i, right, right));
            b.append(row("i" + i, i % 3 == 0 ? right : "number " + i + " is on a list", right));
        }
        // When
        JsonNode document = compare(a.toString(), b.toString(), "bleu", "--json");
        // Then
        assertThat(document.path("a").asDouble()).isCloseTo(100, within(1e-9));
        assertThat(document.path("tests").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("approximate-randomisation");
        assertThat(document.path("p").asDouble()).isLessThan(0.01);
        assertThat(document.at("/flips/aHigher").asInt()).isEqualTo(20);
        assertThat(document.at("/intervals/0/low").asDouble()).isPositive();
        assertThat(document.path("better").asText()).isEqualTo("A");
    }

    @Test
    void lower_is_better_for_errors() throws IOException {
        // Given
        StringBuilder a = new StringBuilder();
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            a.append(row("i" + i, "one two four", "one two three"));
            b.append(row("i" + i, i == 0 ? "one two four" : "one two three", "one two three"));
        }
        // When
        JsonNode document = compare(a.toString(), b.toString(), "wer", "--json");
        // Then
        assertThat(document.path("difference").asDouble()).isPositive();
        assertThat(document.path("better").asText()).isEqualTo("B");
    }

    @Test
    void clusters_count_as_one() throws IOException {
        // Given
        String a = answers(40, i -> i < 29);
        String b = answers(40, i -> i < 20);
        // When
        JsonNode document = compare(a, b, "exact_match", "--cluster", "text", "--json");
        // Then
        assertThat(document.path("clusters").asInt()).isEqualTo(10);
        assertThat(document.path("items").asInt()).isEqualTo(40);
        assertThat(document.at("/tests/clustered-t").isNumber()).isTrue();
        assertThat(document.at("/tests/mcnemar-exact").isMissingNode()).isTrue();
    }

    @Test
    void files_without_shared_items_cannot_be_compared() throws IOException {
        // When
        Shell.Result result = call(row("x", "a", "a"), row("y", "a", "a"), "exact_match");
        // Then
        assertThat(result.err()).contains("there are 0 shared items");
        assertThat(result.status()).isEqualTo(2);
    }

    @Test
    void power_and_size_answer_each_other() throws JsonProcessingException {
        // When
        JsonNode size = json(shell("stats", "power", "--difference", "0.02", "--discordance", "0.1", "--json"));
        JsonNode effect =
                json(shell("stats", "power", "--items", size.path("items").asText(), "--discordance", "0.1", "--json"));
        JsonNode graded = json(shell("stats", "power", "--items", "100", "--deviation", "0.3", "--unpaired", "--json"));
        // Then
        assertThat(size.path("items").asInt()).isBetween(1900, 2050);
        assertThat(effect.path("difference").asDouble()).isCloseTo(0.02, within(1e-4));
        assertThat(graded.path("difference").asDouble()).isCloseTo(0.3 * 0.398, within(1e-3));
    }

    @Test
    void a_plan_that_makes_no_sense_is_refused() {
        refused(shell("stats", "power", "--difference", "0.2", "--discordance", "0.1"), "There is no such plan");
        refused(shell("stats", "power", "--discordance", "0.1"), "either --difference or --items");
        refused(shell("stats", "power", "--items", "5"), "one of --discordance, --deviation and --rate");
        refused(shell("stats", "power", "--items", "5", "--rate", "0.5", "--alpha", "2"), "--alpha and --power");
        assertThat(shell("stats").status()).isEqualTo(2);
    }

    @Test
    void folds_keep_labels_in_proportion_and_groups_together() throws IOException {
        // Given
        String rows = answers(12, i -> true);
        // When
        JsonNode plain = folds(rows, "-k", "3");
        JsonNode stratified = folds(rows, "-k", "3", "--stratify", "topic");
        JsonNode grouped = folds(rows, "-k", "3", "--group", "text");
        JsonNode shuffled = folds(rows, "-k", "3", "--shuffle", "1");
        // Then
        assertThat(fold(plain)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
        assertThat(fold(stratified)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
        assertThat(fold(grouped)).containsExactly(2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(fold(shuffled)).hasSize(12).isNotEqualTo(fold(plain));
        assertThat(plain.at("/rows/0/id").asText()).isEqualTo("i0");
    }

    @Test
    void more_folds_than_groups_are_refused() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("a.jsonl"), answers(12, i -> true));
        // Then
        refused(
                shell("stats", "folds", "--k", "5", "--group", "text", file.toString()),
                "--k: 3 groups cannot be parted into 5 folds");
        refused(
                shell("stats", "folds", "--stratify", "none", file.toString()),
                "a.jsonl:1: the field 'none' is missing");
    }

    @Test
    void two_raters_agree_as_far_as_kappa_says() throws IOException {
        // Given: 6 of 10 agree, and both say yes half of the time
        StringBuilder csv = new StringBuilder("human,judge\n");
        csv.append("yes,yes\n".repeat(3)).append("no,no\n".repeat(3));
        csv.append("yes,no\n".repeat(2)).append("no,yes\n".repeat(2)).append("yes,\n");
        Path file = Files.writeString(folder.resolve("ratings.csv"), csv);
        // When
        JsonNode document = json(shell("stats", "agreement", "--raters", "human,judge", file.toString(), "--json"));
        // Then
        assertThat(document.path("rows").asInt()).isEqualTo(11);
        assertThat(document.path("complete").asInt()).isEqualTo(10);
        assertThat(document.at("/agreement/percent_agreement").asDouble()).isEqualTo(0.6);
        assertThat(document.at("/agreement/cohen_kappa").asDouble()).isCloseTo(0.2, within(1e-12));
        assertThat(document.at("/agreement/krippendorff_alpha").asDouble()).isCloseTo(0.24, within(1e-12));
        refused(
                shell("stats", "agreement", "--raters", "human,judge", "--level", "interval", file.toString()),
                "ratings that are not numbers are nominal only");
        refused(shell("stats", "agreement", "--raters", "human", file.toString()), "two or more fields");
    }

    @Test
    void compares_predictions_between_groups() throws IOException {
        // Given: of women 2 of 4 are hired, of men 3 of 4; one row has no group
        Path file = folder.resolve("hired.csv");
        Files.writeString(file, """
                who,prediction,reference
                women,yes,yes
                women,no,yes
                women,yes,no
                women,no,no
                men,yes,yes
                men,yes,yes
                men,yes,no
                men,no,no
                ,yes,yes
                """);
        // When
        Shell.Result result =
                shell("stats", "fairness", "--group", "who", "--positive", "yes", file.toString(), "--json");
        // Then
        JsonNode document = json(result);
        assertThat(document.at("/groups/women/selection_rate/value").asDouble()).isEqualTo(0.5);
        assertThat(document.at("/groups/men/tpr/value").asDouble()).isEqualTo(1);
        assertThat(document.at("/demographic_parity_difference").asDouble()).isEqualTo(0.25);
        assertThat(document.at("/demographic_parity_ratio").asDouble()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(document.at("/equalized_odds_difference").asDouble()).isEqualTo(0.5);
        assertThat(document.at("/gaps/selection_rate/higher").asText()).isEqualTo("men");
        assertThat(document.at("/gaps/selection_rate/beyondChance").asBoolean()).isFalse();
        assertThat(result.err()).contains("the group is missing (field 'who')");
        assertThat(shell("stats", "fairness", "--group", "who", "--positive", "yes", file.toString())
                        .out())
                .contains("demographic parity", "equalized odds", "widest gap");
        refused(
                shell("stats", "fairness", "--group", "who", "--positive", "maybe", file.toString()),
                "--positive: no prediction and no reference is maybe");
    }

    private interface Right {
        boolean is(int item);
    }

    private static String answers(int items, Right right) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < items; i++) {
            rows.append(
                    "{\"id\": \"i%d\", \"prediction\": \"%s\", \"reference\": \"r\", \"topic\": \"%s\", \"text\": \"t%d\"}%n"
                            .formatted(i, right.is(i) ? "r" : "w", i % 2 == 0 ? "even" : "odd", i / 4));
        }
        return rows.toString();
    }

    private static String row(String id, String prediction, String reference) {
        String answer = prediction.equals("r") ? reference : prediction;
        return "{\"id\": \"%s\", \"prediction\": \"%s\", \"reference\": \"%s\"}%n".formatted(id, answer, reference);
    }

    private Shell.Result call(String a, String b, String metric, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("stats", "compare", "--metric", metric));
        arguments.add(Files.writeString(folder.resolve("a.jsonl"), a).toString());
        arguments.add(Files.writeString(folder.resolve("b.jsonl"), b).toString());
        arguments.addAll(List.of(options));
        return shell(arguments.toArray(String[]::new));
    }

    private JsonNode compare(String a, String b, String metric, String... options) throws IOException {
        return json(call(a, b, metric, options));
    }

    private JsonNode folds(String rows, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("stats", "folds", "--json"));
        arguments.addAll(List.of(options));
        arguments.add(Files.writeString(folder.resolve("a.jsonl"), rows).toString());
        return json(shell(arguments.toArray(String[]::new)));
    }

    private static List<Integer> fold(JsonNode document) {
        return document.path("rows").findValues("fold").stream()
                .map(JsonNode::asInt)
                .toList();
    }

    private Shell.Result shell(String... arguments) {
        return new Shell(folder).call(arguments);
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
