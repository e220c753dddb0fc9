package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "run, examples/my-first-run.yaml",
        "run, examples/README.md",
        "gate, examples/gate.yaml",
        "up, examples/platform.yaml",
        "up, docs/simulator.md",
        "rescore, docs/metrics.md"
    })
    void the_help_of_a_command_that_takes_a_file_leads_to_an_example_that_is_there(String command, String example) {
        // When
        Shell.Result result = new Shell(folder).call(command, "--help");
        // Then
        assertThat(result.out()).contains(example);
        assertThat(ROOT.resolve(example)).exists();
    }

    @Test
    void the_help_of_up_tells_of_both_ways_to_start() {
        // When
        Shell.Result result = new Shell(folder).call("up", "--help");
        // Then
        assertThat(result.out()).contains("--detach", "--ephemeral", "ASSAY_DATA");
    }

    @Test
    void a_command_with_two_names_is_explained_by_the_one_that_was_called() {
        // When
        Shell.Result arena = new Shell(folder).call("arena", "rate", "--help");
        Shell.Result stats = new Shell(folder).call("stats", "ratings", "--help");
        // Then
        assertThat(arena.out()).startsWith("Usage: assay arena rate ");
        assertThat(stats.out()).startsWith("Usage: assay stats ratings ");
    }
}
