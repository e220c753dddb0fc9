package dev.assay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.RunSpecReader;
import dev.assay.contracts.spec.Vocabulary;
import dev.assay.scoring.repeats.RepeatFold;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Specs take the names of folds of repeats that scoring knows, and no others; neither module sees the other. */
class RepeatNamesTest {

    private final RunSpecReader reader = new RunSpecReader(Vocabulary.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mean",
                "consistency",
                "mean@1",
                "mean@9999",
                "pass@1",
                "pass@10",
                "pass^1",
                "pass^9999",
                "maj@3",
                "mean@",
                "mean@0",
                "mean@01",
                "mean@10000",
                "pass",
                "pass@",
                "pass@0",
                "pass^",
                "pass^05",
                "pass@1.5",
                "pass@-1",
                "maj",
                "maj@x",
                "maj^3",
                "consistency@2",
                "Mean",
                "MEAN@2",
                "mean @2",
                "mean@2 ",
                "best@2",
                "pass@k",
                "",
                "1"
            })
    void a_name_is_taken_by_specs_exactly_if_scoring_reads_it(String name) {
        // When
        boolean taken = reader.read("""
                benchmark: x
                models: [m]
                repeats: 10000
                metrics: [{name: exact_match, repeats: "%s"}]
                """.formatted(name), "run.yaml") instanceof Parsed.Valid<?>;

        // Then
        assertThat(taken).isEqualTo(RepeatFold.parse(name).isPresent());
    }
}
