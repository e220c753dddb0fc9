package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a folder that counts as built, with a JDK, newer than any other, that only says how it was called. */
class LauncherTest {

    @TempDir
    Path folder;

    private Path launcher;
    private Path jdk;

    @BeforeEach
    void install() throws IOException {
        launcher = folder.resolve("my folder/assay");
        Files.createDirectories(launcher.resolveSibling("target"));
        for (String made : List.of("built", "assay-server.aot")) {
            Files.createFile(launcher.resolveSibling("target").resolve(made));
        }
        Files.copy(JavaProcess.home().resolve("assay"), launcher);
        jdk = folder.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"99\"\n");
        for (String program : List.of("java", "javac")) {
            Path file = Files.writeString(
                    jdk.resolve("bin").resolve(program), "#!/bin/sh\nprintf '[%s]' \"$@\"\necho; echo \"$@\"\n");
            assertThat(file.toFile().setExecutable(true, false)).isTrue();
        }
    }

    @Test
    void up_becomes_the_server() throws Exception {
        // When
        String called = call(Map.of("JAVA_HOME", jdk.toString()), launcher, "up", "--port", "0");
        // Then
        assertThat(called).endsWith("my folder/standalone/target/quarkus-app/quarkus-run.jar --port 0");
    }

    @Test
    void the_help_of_up_comes_from_the_command_line_which_knows_detach_too() throws Exception {
        // When
        String called = call(Map.of("JAVA_HOME", jdk.toString()), launcher, "up", "--help");
        // Then
        assertThat(called).endsWith("dev.assay.cli.Main up --help");
    }

    @Test
    void a_link_to_it_works_from_any_folder() throws Exception {
        // Given
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("my folder/assay"));
        // When
        String called = call(Map.of("JAVA_HOME", jdk.toString()), link, "status");
        // Then
        assertThat(called).contains("my folder/cli/target/cli.jar").endsWith("dev.assay.cli.Main status");
    }

    @Test
    void a_jdk_is_looked_for_where_there_is_no_home() throws Exception {
        // When
        String called = call(Map.of("PATH", jdk.resolve("bin") + ":" + System.getenv("PATH")), launcher, "status");
        // Then
        assertThat(called).endsWith("dev.assay.cli.Main status");
    }

    @Test
    void names_of_files_keep_their_umlauts_where_the_locale_has_none() throws Exception {
        // Given
        assumeTrue(hasUtf8Locale());
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$LC_CTYPE ${LC_ALL:-none}\"\n");
        // When
        String called = call(Map.of("JAVA_HOME", jdk.toString(), "LC_ALL", "C"), launcher, "status");
        // Then
        assertThat(called).isEqualTo("C.UTF-8 none");
    }

    @Test
    void a_folder_with_a_blank_in_its_name_is_one_word_of_each_option() throws Exception {
        // Given
        Map<String, String> variables = Map.of("JAVA_HOME", jdk.toString(), "ASSAY_JAVA_OPTS", "-Dx=1  -Dy=2");
        Path target = launcher.resolveSibling("target").toRealPath();
        // When
        String server = said(variables, 0, List.of(launcher.toString(), "up", "--port", "0"));
        String client = said(variables, 0, List.of(launcher.toString(), "status"));
        // Then
        assertThat(server)
                .contains("[-Dx=1][-Dy=2]")
                .contains("[-XX:AOTCache=" + target.resolve("assay-server.aot") + "]")
                .contains("[--port][0]");
        assertThat(client)
                .contains("[-XX:+AutoCreateSharedArchive][-XX:SharedArchiveFile=" + target.resolve("assay-cli.jsa")
                        + "]");
    }

    @Test
    void who_may_not_write_into_the_build_starts_slowly_and_is_told() throws Exception {
        // Given
        Files.delete(launcher.resolveSibling("target/assay-server.aot"));
        closeBuild();
        // When
        String server = said(Map.of("JAVA_HOME", jdk.toString()), 0, asStranger("up", "--port", "0"));
        String client = said(Map.of("JAVA_HOME", jdk.toString()), 0, asStranger("down"));
        // Then
        assertThat(server)
                .startsWith("Starts are slow: you may not write "
                        + launcher.resolveSibling("target").toRealPath() + ", where")
                .endsWith("quarkus-run.jar --port 0\n");
        assertThat(client).endsWith("dev.assay.cli.Main down\n").doesNotContain("SharedArchive");
    }

    @Test
    void who_may_not_write_into_the_build_takes_what_its_owner_prepared() throws Exception {
        // Given
        Path archive = Files.createFile(launcher.resolveSibling("target/assay-cli.jsa"));
        closeBuild();
        // When
        String client = said(Map.of("JAVA_HOME", jdk.toString()), 0, asStranger("down"));
        // Then
        assertThat(client)
                .contains("[-XX:SharedArchiveFile=" + archive.toRealPath() + "]")
                .doesNotContain("AutoCreate");
    }

    @Test
    void who_may_not_write_cannot_build_and_is_told_who_can() throws Exception {
        // Given
        Files.delete(launcher.resolveSibling("target/built"));
        closeBuild();
        // When
        String said = said(Map.of("JAVA_HOME", jdk.toString()), 1, asStranger("runs"));
        // Then
        assertThat(said)
                .contains(
                        "you may not write " + launcher.resolveSibling("target").toRealPath())
                .endsWith("Whoever owns it builds it with ./assay --help.\n");
    }

    private void closeBuild() throws IOException {
        Path target = launcher.resolveSibling("target");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The launcher called by a user to whom nothing here belongs; root may write everywhere, and becomes another one. */
    private List<String> asStranger(String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            Path other = Path.of("/usr/bin/setpriv");
            assumeTrue(Files.isExecutable(other));
            command.addAll(List.of(other.toString(), "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean hasUtf8Locale() throws IOException {
        Process locales = new ProcessBuilder("locale", "-a").start();
        return new String(locales.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .anyMatch(name -> name.matches("(?i)C\\.utf-?8"));
    }

    /** Calls it with these variables and PATH alone. @return the last line of what came out */
    private static String call(Map<String, String> variables, Path command, String... arguments)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.toString()));
        words.addAll(List.of(arguments));
        return said(variables, 0, words).lines().reduce("", (before, line) -> line);
    }

    private static String said(Map<String, String> variables, int status, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }
}
