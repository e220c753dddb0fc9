package dev.assay.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.text.Ink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports in which nothing has a score. */
class ReportTextTest {

    private static String printed(String state, long answered, long refused, double coverage, String value)
            throws IOException {
        String report = """
                {"run": {"id": "01jd", "name": "mine", "state": "%s"}, "coverage": %s,
                 "leaderboard": [{"rank": null, "model": "shy", "failures": {},
                   "metrics": [{"metric": "exact_match", "value": %s, "low": null, "high": null, "samples": 12,
                                "answered": %d, "refused": %d, "coverage": %2$s, "boundLow": 0, "boundHigh": 1}]}],
                 "categories": [{"category": "reading", "model": "shy",
                   "metrics": [{"metric": "exact_match", "value": %3$s, "low": null, "high": null}]}]}
                """.formatted(state, coverage, value, answered, refused);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportText(new ObjectMapper().readTree(report), Truth.none(), new Ink(false))
                .print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COMPLETE  |  0 | 12 | No sample was answered, so there is no score.
            PARTIAL   |  0 |  4 | PARTIAL. No sample was answered, so there is no score.
            CANCELLED |  0 |  0 | CANCELLED. No sample was answered, so there is no score.
            RUNNING   |  0 |  0 | The run goes on; no sample has a score yet.
            COMPLETE  | 12 |  0 | No answer could be scored, so there is no score.
            """)
    void nothing_is_said_of_scores_that_are_not_there(String state, long answered, long refused, String line)
            throws IOException {
        assertThat(printed(state, answered, refused, 0, "null").lines())
                .contains(line)
                .noneMatch(text -> text.contains("Scores are over")
                        || text.contains("these are the scores")
                        || text.contains("reading"));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 50.0 %", "0.99996, > 99.9 %", "0.00004, < 0.1 %"})
    void a_coverage_that_is_neither_nothing_nor_all_does_not_read_as_that(double coverage, String shown)
            throws IOException {
        assertThat(printed("PARTIAL", 6, 0, coverage, "0.5"))
                .contains("PARTIAL. Scores are over the " + shown + " of samples that were answered")
                .contains("reading");
    }

    @ParameterizedTest
    @CsvSource({"12, true", "0, false"})
    void refusals_are_told(long refused, boolean told) throws IOException {
        assertThat(printed("COMPLETE", 0, refused, 0, "null").contains("shy refused " + refused + " of 12 samples."))
                .isEqualTo(told);
    }
}
