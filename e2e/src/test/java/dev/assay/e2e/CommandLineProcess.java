package dev.assay.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a user calls it: a process of its own. */
final class CommandLineProcess {

    private CommandLineProcess() {}

    /** How a command ended, and what it wrote to both of its outputs. */
    record Ended(int status, String text) {}

    /** Runs a command in a folder until it ends, with the server's address and key. */
    static Ended run(ServerProcess server, Path folder, String... arguments) {
        Path target = JavaProcess.home().resolve("cli/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                target.resolve("cli.jar") + ":" + target.resolve("lib") + "/*",
                "dev.assay.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("ASSAY_URL", server.url());
        builder.environment().put("ASSAY_KEY", server.adminKey());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
