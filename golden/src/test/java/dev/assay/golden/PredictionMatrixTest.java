package dev.assay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A matrix small enough to be counted by hand. */
class PredictionMatrixTest {

    private static final String CSV = """
            question_id,category,src,answer,alpha,beta
            1,math,"a, b",A,A,B
            2,math,x,B,B,B
            3,computer science,x,C,,C
            4,computer science,x,J,J,
            """;

    @TempDir
    private Path folder;

    private Path written() throws IOException {
        Path file = folder.resolve("matrix.csv.gz");
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write(CSV);
        }
        return file;
    }

    @Test
    void a_row_is_a_question_and_no_letter_is_wrong() throws IOException {
        // When
        PredictionMatrix matrix = PredictionMatrix.read(written());

        // Then
        assertThat(matrix.categories()).containsExactly("math", "math", "computer science", "computer science");
        assertThat(matrix.right("alpha")).containsExactly(true, true, false, true);
        assertThat(matrix.right("beta")).containsExactly(false, true, true, false);
        assertThatThrownBy(() -> matrix.right("gamma")).hasMessage("the matrix has no model 'gamma'");
    }

    @Test
    void a_model_is_scored_over_all_and_by_category() throws IOException {
        // When
        Map<?, ?> result = (Map<?, ?>) EndToEndAdapters.accuracy(PredictionMatrix.read(written()), "alpha");

        // Then: the categories' residuals sum to 2 - 2 · 0.75 and 1 - 2 · 0.75, so the error is √(2 · (¼ + ¼)) / 4
        assertThat(result.get("accuracy")).isEqualTo(0.75);
        assertThat((Double) result.get("stderr")).isCloseTo(0.25, within(1e-12));
        assertThat((Double) result.get("clustered_stderr_by_category")).isCloseTo(0.25, within(1e-12));
        assertThat(result.get("by_category")).isEqualTo(Map.of("math", 1.0, "computer science", 0.5));
        assertThat(result.get("macro_by_category")).isEqualTo(0.75);
    }

    @Test
    void two_models_are_compared_on_the_first_rows() throws IOException {
        // Given
        JsonNode expected = new ObjectMapper().readTree("""
                {"table": [[1, 1], [1, 0]], "exact_p": 1.0, "chi2_corrected": {"statistic": 0.5},
                 "difference": 0.0, "paired_stderr": 0.5773502691896258}
                """);

        // When
        Object result = EndToEndAdapters.paired(PredictionMatrix.read(written()), "alpha", "beta", 3);

        // Then
        assertThat(Agreement.difference(expected, result, new Tolerance(new ObjectMapper().readTree("1e-12"))))
                .isEmpty();
    }

    @Test
    void a_case_without_its_data_file_names_the_file() throws IOException {
        // Given
        JsonNode golden = new ObjectMapper().readTree("""
                {"id": "x", "expected": {}, "input": {"task": "mmlu-pro-accuracy", "model": "alpha",
                 "matrix": "nowhere/matrix.csv.gz"}}
                """);

        // When
        Check.Verdict verdict = Check.of(
                new GoldenFile("end_to_end_real_data", List.of(golden)),
                Adapters.standard().of("end_to_end_real_data").orElseThrow());

        // Then
        assertThat(verdict.missing()).containsExactly(Map.entry("nowhere/matrix.csv.gz", 1));
    }
}
