package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "groups", description = "Lists groups with weight, budget and spend.")
final class GroupsCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    GroupsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        JsonNode answer = server.connect(environment).get("/api/v1/groups");
        if (json) {
            JsonText.print(environment.out(), answer);
            return ExitStatus.OK;
        }
        Table table =
                new Table().text("group").figure("weight").figure("budget").figure("spend");
        for (JsonNode group : answer.path("groups")) {
            table.row(
                    group.path("name").asText(),
                    group.path("weight").asText(Figures.UNKNOWN),
                    Figures.money(group.path("budget")),
                    Figures.money(group.path("spend")));
        }
        table.print(environment.out(), environment.ink());
        return ExitStatus.OK;
    }
}
