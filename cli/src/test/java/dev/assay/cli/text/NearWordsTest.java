package dev.assay.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearWordsTest {

    private static final List<String> KNOWN = List.of("demo", "pause", "run", "runs", "score", "status", "stats", "up");

    @ParameterizedTest
    @CsvSource({
        "rnus, runs",
        "rn, run",
        "statuss, status",
        "sttas, stats",
        "puase, pause",
        "demmo, demo",
        "pu, up",
        "ups, up",
        "scroe, score",
        "evaluate, ''",
        "x, ''"
    })
    void a_swap_of_neighbours_is_one_edit_and_what_is_far_is_not_meant(String wanted, String meant) {
        // When
        List<String> near = NearWords.of(wanted, KNOWN);
        // Then
        assertThat(String.join(" ", near)).isEqualTo(meant);
    }
}
