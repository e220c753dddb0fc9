package dev.assay.cli.text;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What surrounds a command.
 *
 * @param out results
 * @param err progress and complaints
 * @param terminals which of in, out and err are a terminal
 * @param variables environment variables
 * @param home the user's home folder where no HOME is set
 */
public record Environment(
        PrintStream out, PrintStream err, Set<String> terminals, Map<String, String> variables, Path home) {

    public Environment {
        terminals = Set.copyOf(terminals);
        variables = Map.copyOf(variables);
        home = variables.getOrDefault("HOME", "").isBlank() ? home : Path.of(variables.get("HOME"));
    }

    /** A variable; one that is set to nothing counts as not set. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** Whether somebody sits there who can press Ctrl-C. */
    public boolean interactive() {
        return terminals.contains("in") && terminals.contains("out");
    }

    public Ink ink() {
        return new Ink(terminals.contains("out") && !variables.containsKey("NO_COLOR"));
    }

    /** Rewrites one line of standard error on a terminal, and prints a line every two seconds elsewhere. */
    public Progress progress() {
        return new Progress(err, terminals.contains("err"));
    }
}
