package dev.assay.standalone.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenFilesTest {

    @TempDir
    Path folder;

    private final Options options = new Options();
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("given.yaml");
    }

    @Test
    void without_files_nothing_is_wrong() throws IOException {
        // When
        var complaint = GivenFiles.complaint(options);
        // Then
        assertThat(complaint).isEmpty();
    }

    @Test
    void a_platform_file_that_is_in_order_passes() throws IOException {
        // Given
        options.platform = Files.writeString(file, "models:\n  - {name: mine, connection: sim}\n");
        // When
        var complaint = GivenFiles.complaint(options);
        // Then
        assertThat(complaint).isEmpty();
    }

    @Test
    void a_wrong_platform_file_is_told_with_file_place_and_remedy() throws IOException {
        // Given
        options.platform = Files.writeString(file, "groups:\n  - {name: g, weight: 0}\n");
        // When
        var complaint = GivenFiles.complaint(options);
        // Then
        assertThat(complaint)
                .hasValue("the platform file " + file + " is wrong:\ngroups[0].weight (line 2, column 23):"
                        + " must be at least 1, but is 0. Write a whole number of at least 1.");
    }

    @Test
    void a_folder_is_no_platform_file() throws IOException {
        // Given
        options.platform = folder;
        // When
        var complaint = GivenFiles.complaint(options);
        // Then
        assertThat(complaint).hasValue("--platform: " + folder + " is a folder. Name a file.");
    }

    @Test
    void a_file_that_is_not_there_is_told() throws IOException {
        // Given
        options.simulatorModels = file;
        // When
        var complaint = GivenFiles.complaint(options);
        // Then
        assertThat(complaint).hasValue("--simulator-models: there is no readable file " + file + ".");
    }

    @Test
    void wrong_models_of_the_simulator_are_told_with_their_field() throws IOException {
        // Given
        options.simulatorModels = Files.writeString(file, "models: {a: {abilities: {default: 3}}}");
        // When
        var complaint = GivenFiles.complaint(options);
        // Then
        assertThat(complaint.orElseThrow())
                .startsWith("--simulator-models: " + file + ": models.a")
                .contains("abilities");
    }

    @Test
    void models_in_another_encoding_are_told() throws IOException {
        // Given
        options.simulatorModels = Files.writeString(file, "models: {ä: {}}", ISO_8859_1);
        // When
        var complaint = GivenFiles.complaint(options);
        // Then
        assertThat(complaint).hasValue("--simulator-models: " + file + " is not UTF-8. Save it as UTF-8.");
    }
}
