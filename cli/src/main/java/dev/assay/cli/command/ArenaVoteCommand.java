package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.Shown;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "vote",
        description = "Shows two answers at a time without their models, and takes your votes from standard input.")
final class ArenaVoteCommand implements Callable<Integer> {

    private static final String QUESTION = "1 A is better, 2 B is better, 3 tie, 4 both bad, s skip, q quit: ";
    private static final Map<String, String> VOTES = Map.ofEntries(
            Map.entry("1", "a"),
            Map.entry("a", "a"),
            Map.entry("2", "b"),
            Map.entry("b", "b"),
            Map.entry("3", "tie"),
            Map.entry("t", "tie"),
            Map.entry("tie", "tie"),
            Map.entry("4", "both_bad"),
            Map.entry("x", "both_bad"),
            Map.entry("both_bad", "both_bad"));

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "ARENA", description = "Id, or its unique beginning.")
    String arena = "";

    ArenaVoteCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Api api = server.connect(environment);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String skip = null;
        while (true) {
            JsonNode battle = next(api, skip);
            if (!battle.path("battle").isTextual()) {
                environment.out().println("No battle is left for you. See './assay arena board " + arena + "'.");
                return ExitStatus.OK;
            }
            show(environment.out(), environment.ink(), battle);
            Optional<String> said = answer(input);
            if (said.isEmpty()) {
                return ExitStatus.OK;
            }
            skip = said.get().equals("s") ? battle.path("battle").asText() : null;
            if (skip == null) {
                vote(api, battle.path("battle").asText(), said.get());
            }
        }
    }

    private JsonNode next(Api api, @Nullable String skip) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        if (skip != null) {
            request.put("skip", skip);
        }
        return api.post(ArenaCommand.path(arena, "/battles").text(), request);
    }

    private void vote(Api api, String battle, String winner) {
        JsonNode told = api.post(
                ArenaCommand.path(arena, "/votes").text(),
                JsonNodeFactory.instance.objectNode().put("battle", battle).put("winner", winner));
        environment
                .out()
                .println("Vote " + told.path("vote").asText() + " counts. A was "
                        + Shown.line(told.path("modelA").asText()) + ", B was "
                        + Shown.line(told.path("modelB").asText()) + ".");
    }

    /** A vote, or s; empty to quit. */
    private Optional<String> answer(BufferedReader input) {
        while (true) {
            environment.out().print(QUESTION);
            environment.out().flush();
            String line = line(input);
            if (line == null || line.equals("q")) {
                environment.out().println();
                return Optional.empty();
            }
            String vote = line.equals("s") ? line : VOTES.get(line);
            if (vote != null) {
                return Optional.of(vote);
            }
        }
    }

    private static @Nullable String line(BufferedReader input) {
        try {
            String line = input.readLine();
            return line == null ? null : line.strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw Failure.error("Standard input cannot be read: " + e.getMessage());
        }
    }

    private static void show(PrintStream out, Ink ink, JsonNode battle) {
        out.println();
        prompt(out, battle.path("prompt"));
        side(out, ink, "A", battle.path("a"));
        side(out, ink, "B", battle.path("b"));
        JsonNode progress = battle.path("progress");
        out.println(ink.faint(progress.path("voted").asText() + " of "
                + progress.path("comparisons").asText() + " voted by you"));
    }

    private static void side(PrintStream out, Ink ink, String name, JsonNode side) {
        out.println(ink.bold("Answer " + name));
        prompt(out, side.path("prompt"));
        indented(out, side.path("answer").asText());
    }

    private static void prompt(PrintStream out, JsonNode messages) {
        messages.forEach(message -> indented(out, message.path("content").asText()));
    }

    private static void indented(PrintStream out, String text) {
        Shown.lines(text).lines().forEach(line -> out.println("  " + line));
        out.println();
    }
}
