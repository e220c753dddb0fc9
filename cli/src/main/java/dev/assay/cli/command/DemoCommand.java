package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Posting;
import dev.assay.cli.api.Query;
import dev.assay.cli.api.Refusal;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.report.ReportText;
import dev.assay.cli.report.Truth;
import dev.assay.cli.server.Address;
import dev.assay.cli.server.AddressFile;
import dev.assay.cli.server.Discovery;
import dev.assay.cli.server.Installation;
import dev.assay.cli.server.LocalServer;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.watch.RunWatch;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Evaluates two simulated models on the built-in benchmark and prints the leaderboard.",
            "Beside the measured scores stands the truth, which the simulator knows.",
            "On a terminal it serves on until Ctrl-C; else, or with --exit, it stops what it started."
        })
final class DemoCommand implements Callable<Integer> {

    private static final String BENCHMARK = "assay-core";
    private static final List<String> MODELS = List.of("sim-large", "sim-small");

    private static final Duration STANDSTILL = Duration.ofSeconds(90);

    private final Environment environment;

    @Option(names = "--exit", description = "End after the leaderboard, on a terminal too.")
    boolean exit;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (ASSAY_DATA; default: ~/.assay).")
    @Nullable
    Path data;

    @Option(names = "--items", paramLabel = "N", description = "Only so many items (default: all).")
    @Nullable
    Integer items;

    DemoCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (items != null && items < 1) {
            throw Failure.badInput("--items: must be 1 or more, but is " + items + ".");
        }
        Path folder = new Discovery(environment).folder(data);
        Optional<AddressFile> running = LocalServer.awaitRunning(folder, environment);
        if (running.isPresent()) {
            environment.out().println("Using the server that runs in " + folder + ".");
            return show(running.get());
        }
        Installation installation = new Installation(environment);
        LocalServer started =
                LocalServer.start(installation.server(List.of("--data", folder.toString(), "--quiet")), folder);
        Thread stop = new Thread(started::stop);
        Runtime.getRuntime().addShutdownHook(stop);
        int status = show(started.awaitReady(folder, Health::isUp, environment.progress()));
        if (environment.interactive() && !exit) {
            environment.out().println("Serving on; stop with Ctrl-C.");
            return started.process().waitFor() == 0 ? status : ExitStatus.ERROR;
        }
        return status;
    }

    private int show(AddressFile here) throws InterruptedException {
        PrintStream out = environment.out();
        Api api = new Api(new Address(here.url(), here.key()));
        out.println("page    " + PageAddress.signedIn(here.url(), here.key(), "/runs"));
        JsonNode submitted = api.send(Posting.text("/api/v1/runs", spec(), "application/json"));
        String run = submitted.path("id").asText();
        out.println("run     " + run + ": "
                + Figures.count(submitted.path("samples").asLong()) + " samples of " + BENCHMARK + " by "
                + String.join(" and ", MODELS));
        JsonNode view = RunWatch.of(api).during(STANDSTILL).awaitEnd(run, environment.progress());
        JsonNode report = api.get(Query.run(run, "/report").text());
        out.println();
        new ReportText(report, truth(api, run), environment.ink()).print(out);
        out.println();
        out.println(
                "'true' is the share of answers that the simulator knows to be right, 'planted' the ability it was given.");
        out.println("See it: " + PageAddress.signedIn(here.url(), here.key(), "/runs/" + run));
        return ExitStatus.ofRun(view.path("state").asText());
    }

    private String spec() {
        ObjectNode spec =
                JsonNodeFactory.instance.objectNode().put("name", "demo").put("benchmark", BENCHMARK);
        MODELS.forEach(spec.putArray("models")::add);
        if (items != null) {
            spec.put("limit", items);
        }
        return spec.toString();
    }

    private Truth truth(Api api, String run) {
        try {
            return new Truth(
                    api.get(Query.of("/simulator/truth").with("run", run).text()));
        } catch (Refusal e) {
            environment.err().println("The simulator does not tell the truth: " + e.text());
            return Truth.none();
        }
    }
}
