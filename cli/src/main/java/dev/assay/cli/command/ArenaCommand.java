package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.report.BoardText;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists arenas, if called without one of its commands. */
@Command(
        name = "arena",
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists arenas; makes them, votes on answers side by side, and rates models by the votes.")
final class ArenaCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    ArenaCommand(Environment environment) {
        this.environment = environment;
    }

    /** A path below an arena; its name may be anything that the user typed. */
    static Query path(String arena, String rest) {
        return Query.of("/api/v1/arenas/" + Query.encoded(arena) + rest);
    }

    @Override
    public Integer call() {
        JsonNode page = server.connect(environment)
                .get(Query.of("/api/v1/arenas").with("limit", 200).text());
        if (json) {
            JsonText.print(environment.out(), page);
            return ExitStatus.OK;
        }
        Table table = new Table()
                .text("arena")
                .text("name")
                .text("group")
                .figure("models")
                .figure("votes")
                .text("made");
        for (JsonNode arena : page.path("arenas")) {
            table.row(
                    arena.path("id").asText(),
                    arena.path("name").asText(),
                    arena.path("group").asText(),
                    String.valueOf(arena.path("models").size()),
                    Figures.count(arena.path("votes").asLong()),
                    arena.path("createdAt").asText().replaceFirst("\\.\\d+Z$", "Z"));
        }
        if (table.isEmpty()) {
            environment.out().println("No arenas. Make one with './assay arena create NAME RUN...'.");
        } else {
            table.print(environment.out(), environment.ink());
        }
        return ExitStatus.OK;
    }

    @Command(name = "create", description = "Makes an arena of the answers of finished runs, or for votes to import.")
    static final class Create implements Callable<Integer> {

        private final Environment environment;

        @Mixin
        ServerOptions server = new ServerOptions();

        @Option(names = "--json", description = "Print the API's answer.")
        boolean json;

        @Parameters(index = "0", paramLabel = "NAME", description = "For people.")
        String name = "";

        @Parameters(
                index = "1..*",
                paramLabel = "RUN[:MODEL[=NAME]]",
                description = "A run with all of its models, or one of them; all on the same data.")
        List<String> sides = new ArrayList<>();

        Create(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("name", name);
            ArrayNode list = request.putArray("sides");
            sides.forEach(side -> list.add(side(side)));
            Api api = server.connect(environment);
            JsonNode arena = api.post("/api/v1/arenas", request);
            if (json) {
                JsonText.print(environment.out(), arena);
                return ExitStatus.OK;
            }
            String id = arena.path("id").asText();
            environment.out().println(id);
            environment
                    .err()
                    .println(arena.path("models").size() + " models, "
                            + Figures.count(arena.path("comparisons").asLong()) + " battles for each voter: "
                            + api.address().url() + "/#/arena/" + id + "/vote");
            return ExitStatus.OK;
        }

        private static ObjectNode side(String text) {
            ObjectNode side = JsonNodeFactory.instance.objectNode();
            int colon = text.indexOf(':');
            int equals = text.lastIndexOf('=');
            String run = text.substring(0, colon >= 0 ? colon : equals >= 0 ? equals : text.length());
            side.put("run", run);
            if (colon >= 0) {
                side.put("model", text.substring(colon + 1, equals > colon ? equals : text.length()));
            }
            if (equals > colon) {
                side.put("name", text.substring(equals + 1));
            }
            return side;
        }
    }

    @Command(name = "board", description = "Rates the models by the votes.")
    static final class Board implements Callable<Integer> {

        enum Voters {
            person,
            judge,
            unknown
        }

        private final Environment environment;

        @Mixin
        ServerOptions server = new ServerOptions();

        @Mixin
        BoardOptions options = new BoardOptions();

        @Option(names = "--voters", paramLabel = "person|judge|unknown", description = "Only votes of these.")
        @Nullable
        Voters voters;

        @Option(names = "--json", description = "Print the API's answer.")
        boolean json;

        @Parameters(paramLabel = "ARENA", description = "Id, or its unique beginning.")
        String arena = "";

        Board(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            JsonNode answer = server.connect(environment)
                    .get(options.in(path(arena, "/board").with("voters", voters))
                            .text());
            if (json) {
                JsonText.print(environment.out(), answer);
            } else {
                new BoardText(answer.path("board"), environment.ink()).print(environment.out());
            }
            return ExitStatus.OK;
        }
    }

    @Command(name = "withdraw", description = "Takes a vote of yours back.")
    static final class Withdraw implements Callable<Integer> {

        private final Environment environment;

        @Mixin
        ServerOptions server = new ServerOptions();

        @Parameters(index = "0", paramLabel = "ARENA", description = "Id, or its unique beginning.")
        String arena = "";

        @Parameters(index = "1", paramLabel = "VOTE", description = "Its number, as 'arena votes' lists it.")
        long vote;

        Withdraw(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            if (vote < 0) {
                throw Failure.badInput("VOTE: is a number, such as 12.");
            }
            server.connect(environment).delete(path(arena, "/votes/" + vote).text());
            environment.out().println("Vote " + vote + " does not count any more.");
            return ExitStatus.OK;
        }
    }
}
