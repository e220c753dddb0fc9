package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Posting;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "votes", description = "Lists votes, newest first.")
final class ArenaVotesCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--mine", description = "Only your own.")
    boolean mine;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1 to 500 (default: 20).")
    int limit = 20;

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    @Parameters(paramLabel = "ARENA", description = "Id, or its unique beginning.")
    String arena = "";

    ArenaVotesCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        JsonNode page = server.connect(environment)
                .get(ArenaCommand.path(arena, "/votes")
                        .with("limit", limit)
                        .with("whose", mine ? "mine" : null)
                        .text());
        if (json) {
            JsonText.print(environment.out(), page);
            return ExitStatus.OK;
        }
        Table table = new Table()
                .figure("vote")
                .text("at")
                .text("voter")
                .text("by")
                .text("item")
                .text("model A")
                .text("model B")
                .text("winner");
        for (JsonNode vote : page.path("votes")) {
            table.row(
                    vote.path("id").asText(),
                    vote.path("at").asText().replaceFirst("\\.\\d+Z$", "Z"),
                    vote.path("voter").asText(),
                    Shown.cut(vote.path("by").asText(), 24),
                    Shown.cut(vote.path("question_id").asText(Figures.UNKNOWN), 24),
                    vote.path("model_a").asText(),
                    vote.path("model_b").asText(),
                    vote.path("winner").asText() + (vote.path("withdrawn").asBoolean() ? ", withdrawn" : ""));
        }
        if (table.isEmpty()) {
            environment.out().println("No votes.");
        } else {
            table.print(environment.out(), environment.ink());
        }
        return ExitStatus.OK;
    }

    @Command(name = "export", description = "Writes the votes that stand, in their order.")
    static final class Export implements Callable<Integer> {

        enum Format {
            csv,
            jsonl
        }

        private final Environment environment;

        @Mixin
        ServerOptions server = new ServerOptions();

        @Option(names = "--format", paramLabel = "csv|jsonl", description = "How they are written (default: jsonl).")
        Format format = Format.jsonl;

        @Parameters(paramLabel = "ARENA", description = "Id, or its unique beginning.")
        String arena = "";

        Export(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            Api api = server.connect(environment);
            try {
                var unused = api.download(
                        ArenaCommand.path(arena, "/export")
                                .with("format", format)
                                .text(),
                        environment.out());
                environment.out().flush();
            } catch (IOException e) {
                throw Failure.error("The export broke off: " + e.getMessage(), "What was written is not complete.");
            }
            return ExitStatus.OK;
        }
    }

    @Command(name = "import", description = "Takes votes in from a file: all of them, or none if one is wrong.")
    static final class Import implements Callable<Integer> {

        private static final Map<String, String> FORMATS =
                Map.of("jsonl", "jsonl", "ndjson", "jsonl", "json", "json", "csv", "csv");

        private final Environment environment;

        @Mixin
        ServerOptions server = new ServerOptions();

        @Option(
                names = "--format",
                paramLabel = "jsonl|json|csv",
                description = "Of the file (default: by its ending).")
        @Nullable
        String format;

        @Parameters(index = "0", paramLabel = "ARENA", description = "Id, or its unique beginning.")
        String arena = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "With model_a, model_b and winner.")
        Path file = Path.of("");

        Import(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            String name = file.toString().toLowerCase(Locale.ROOT);
            String ending = format == null ? name.substring(name.lastIndexOf('.') + 1) : format;
            String known = FORMATS.get(ending);
            if (known == null) {
                throw Failure.badInput(file + ": its ending says no format; use --format jsonl, json or csv.");
            }
            try {
                JsonNode answer = server.connect(environment)
                        .send(Posting.of(
                                ArenaCommand.path(arena, "/import")
                                        .with("format", known)
                                        .text(),
                                BodyPublishers.ofFile(file),
                                "application/octet-stream"));
                environment.out().println(Figures.count(answer.path("votes").asLong()) + " votes were imported.");
            } catch (FileNotFoundException e) {
                throw Failure.badInput(file + ": there is no such file, or you must not read it.");
            }
            return ExitStatus.OK;
        }
    }
}
