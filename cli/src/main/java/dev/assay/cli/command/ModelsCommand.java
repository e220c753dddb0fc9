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

@Command(name = "models", description = "Lists the models that runs can name.")
final class ModelsCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    ModelsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        JsonNode answer = server.connect(environment).get("/api/v1/models");
        if (json) {
            JsonText.print(environment.out(), answer);
            return ExitStatus.OK;
        }
        Table table = new Table()
                .text("model")
                .text("connection")
                .text("pool")
                .figure("input/1M")
                .figure("output/1M");
        for (JsonNode model : answer.path("models")) {
            JsonNode price = model.path("price");
            table.row(
                    model.path("name").asText(),
                    model.path("connection").asText(Figures.UNKNOWN),
                    model.path("pool").asText(Figures.UNKNOWN),
                    price(price, "inputPerMillion"),
                    price(price, "outputPerMillion"));
        }
        table.print(environment.out(), environment.ink());
        return ExitStatus.OK;
    }

    /** Prices are not rounded. */
    private static String price(JsonNode price, String kind) {
        JsonNode amount = price.path(kind);
        if (!amount.isTextual()) {
            return Figures.UNKNOWN;
        }
        String currency = price.path("currency").asText("USD");
        return currency.equals("USD") ? "$" + amount.asText() : amount.asText() + " " + currency;
    }
}
