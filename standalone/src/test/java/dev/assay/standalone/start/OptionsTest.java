package dev.assay.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Path HOME = Path.of("/home/somebody");
    private static final Map<String, String> NAMED = Map.of("ASSAY_DATA", "/srv/assay");

    private final Options options = new Options();

    @Test
    void everything_is_stored_at_home_unless_told_otherwise() {
        // When
        Path folder = options.folder(Map.of("ASSAY_DATA", " "), HOME);
        // Then
        assertThat(folder).isEqualTo(HOME.resolve(".assay"));
    }

    @Test
    void home_is_where_the_environment_says_as_for_other_programs() {
        // When
        Path folder = options.folder(Map.of("HOME", "/work/me"), HOME);
        // Then
        assertThat(folder).isEqualTo(Path.of("/work/me/.assay"));
    }

    @Test
    void the_environment_names_the_folder_as_it_does_for_the_command_line() {
        // When
        Path folder = options.folder(NAMED, HOME);
        // Then
        assertThat(folder).isEqualTo(Path.of("/srv/assay"));
    }

    @Test
    void the_option_outranks_the_environment() {
        // Given
        options.data = Path.of("here");
        // When
        Path folder = options.folder(NAMED, HOME);
        // Then
        assertThat(folder).isEqualTo(Path.of("here").toAbsolutePath());
    }
}
