package dev.assay.cli.server;

import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the launcher found Java and built the server.
 *
 * @param environment in which the launcher says so
 */
public record Installation(Environment environment) {

    /** The command that starts a server, and its options. */
    public List<String> server(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(told("ASSAY_JAVA"));
        environment
                .variable("ASSAY_SERVER_OPTIONS")
                .ifPresent(text -> command.addAll(List.of(text.strip().split("\\R+"))));
        command.addAll(List.of("-jar", told("ASSAY_SERVER_JAR")));
        command.addAll(options);
        return List.copyOf(command);
    }

    /** The jar that a server's process names in its command line. */
    static String serverJar(Environment environment) {
        return environment.variable("ASSAY_SERVER_JAR").orElse("quarkus-run.jar");
    }

    public Path home() {
        return Path.of(told("ASSAY_HOME"));
    }

    /** A new session, where the system can do that: Ctrl-C and the end of this terminal do not reach the server. */
    public List<String> apart(List<String> command) {
        boolean possible =
                Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);
        return possible ? Stream.concat(Stream.of("setsid"), command.stream()).toList() : command;
    }

    private String told(String variable) {
        return environment
                .variable(variable)
                .orElseThrow(() -> Failure.error(
                        variable + " is not set, so there is no server to start.", "Call this command by ./assay."));
    }
}
