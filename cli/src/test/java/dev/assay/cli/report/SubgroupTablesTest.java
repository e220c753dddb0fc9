package dev.assay.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.text.Ink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SubgroupTablesTest {

    private static String printed(String report) throws IOException {
        JsonNode json = new ObjectMapper().readTree(report);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SubgroupTables(json).print(new PrintStream(out, true, StandardCharsets.UTF_8), new Ink(false));
        return out.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    @Test
    void groups_their_gap_and_parity_are_shown_and_a_small_group_has_no_score() throws IOException {
        // When
        String text = printed("""
                {"subgroups": [{"field": "gender", "model": "m", "metric": "exact_match",
                  "groups": [{"group": "woman", "items": 40, "value": 0.8, "low": 0.65, "high": 0.9},
                             {"group": "man", "items": 1200, "value": 0.5, "low": 0.47, "high": 0.53},
                             {"group": "other", "items": 3, "tooFew": true}],
                  "gap": {"better": "woman", "worse": "man", "difference": 0.3, "low": 0.11, "high": 0.49, "sure": true},
                  "parity": {"demographicParity": {"difference": 0.25, "low": 0.1, "high": 0.4}, "equalizedOdds": {}}}]}
                """);

        // Then
        assertThat(text.lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "",
                        "subgroup | model | value | items | score [95 %]",
                        "gender | m | woman | 40 | 0.800 [0.650, 0.900]",
                        "gender | m | man | 1,200 | 0.500 [0.470, 0.530]",
                        "gender | m | other | 3 | too few",
                        "",
                        "widest gap | model | worst | best | difference [95 %] | demographic parity [95 %] | equalized odds [95 %]",
                        "gender | m | man | woman | 0.300 [0.110, 0.490] | beyond chance | 0.250 [0.100, 0.400] | –");
    }

    @Test
    void only_the_first_metric_is_shown() throws IOException {
        // When
        String text = printed("""
                {"subgroups": [{"field": "f", "model": "m", "metric": "exact_match", "groups": []},
                               {"field": "f", "model": "n", "metric": "contains", "groups": []}]}
                """);

        // Then
        assertThat(text).contains(" m ").doesNotContain(" n ");
    }

    @Test
    void why_a_field_names_no_groups_is_said() throws IOException {
        assertThat(printed("""
                {"subgroups": [{"field": "name", "model": "m", "metric": "f1", "problem": "more than 50 values"}]}
                """)).contains("more than 50 values");
    }

    @Test
    void a_run_without_subgroups_says_nothing_of_them() throws IOException {
        assertThat(printed("{\"subgroups\": []}")).isEmpty();
        assertThat(printed("{}")).isEmpty();
    }
}
