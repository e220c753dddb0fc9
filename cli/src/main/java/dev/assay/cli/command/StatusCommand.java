package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Table;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Says whether the server is in order, and which runs go on. Exit status 5: no server.")
final class StatusCommand implements Callable<Integer> {

    private static final List<String> ACTIVE = List.of("PLANNING", "RUNNING", "PAUSED", "FINISHING");

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Print one JSON document: url, health and active runs.")
    boolean json;

    StatusCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Api api = server.connect(environment);
        JsonNode health = api.get("/api/v1/health");
        ArrayNode runs = JsonNodeFactory.instance.arrayNode();
        for (String state : ACTIVE) {
            api.get(Query.of("/api/v1/runs")
                            .with("state", state)
                            .with("limit", 200)
                            .text())
                    .path("runs")
                    .forEach(runs::add);
        }
        if (json) {
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("url", api.address().url());
            document.set("health", health);
            document.set("activeRuns", runs);
            JsonText.print(environment.out(), document);
        } else {
            print(api, health, runs);
        }
        return health.path("status").asText().equals("UP") ? ExitStatus.OK : ExitStatus.ERROR;
    }

    private void print(Api api, JsonNode health, ArrayNode runs) {
        environment
                .out()
                .println("Assay " + health.path("version").asText("") + " at "
                        + api.address().url() + ": " + health.path("status").asText());
        StringJoiner services = new StringJoiner(", ");
        health.path("services")
                .properties()
                .forEach(entry -> services.add(entry.getKey() + " "
                        + (entry.getValue().isValueNode()
                                ? entry.getValue().asText()
                                : entry.getValue().path("status").asText())));
        if (services.length() > 0) {
            environment.out().println("Services: " + services);
        }
        Table table = RunsCommand.table();
        runs.forEach(run -> table.row(RunsCommand.row(run)));
        environment.out().println();
        if (table.isEmpty()) {
            environment.out().println("No run is going on.");
        } else {
            table.print(environment.out(), environment.ink());
            runs.forEach(run -> RunsCommand.printWaits(environment, run));
        }
    }
}
