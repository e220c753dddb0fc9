package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.report.ReportText;
import dev.assay.cli.report.Truth;
import dev.assay.cli.spec.SpecFile;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Shown;
import dev.assay.cli.watch.RunWatch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {
            "Submits a run spec, YAML or JSON.",
            "A data file that it names is uploaded first; its path begins at the spec's folder."
        },
        footer = {
            "",
            "./assay run examples/my-first-run.yaml --wait     more specs, explained line by line: examples/README.md",
            "",
            "Exit status with --wait: 0 COMPLETE, 3 PARTIAL or CANCELLED, 4 FAILED. Always: 2 bad input, 5 no server.",
            "With --gate: 0 GO, 1 NO-GO, 2 INCONCLUSIVE or nothing decided.",
            "Ctrl-C ends the waiting (130), not the run."
        })
final class RunCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "FILE", description = "The run spec.")
    Path file = Path.of("");

    @Option(names = "--wait", description = "Wait for the end and print the report.")
    boolean wait;

    @Option(
            names = "--json",
            description = "Print one JSON document: the run, with --wait its report, with --gate the verdict.")
    boolean json;

    @Option(names = "--dry-run", description = "Only check the spec and estimate the cost.")
    boolean dryRun;

    @Option(names = "--group", paramLabel = "G", description = "Group that pays, in the place of the spec's.")
    @Nullable
    String group;

    @Option(
            names = "--idempotency-key",
            paramLabel = "K",
            description = "With the same key and spec, no second run is made.")
    @Nullable
    String idempotencyKey;

    @Option(
            names = "--gate",
            paramLabel = "POLICY",
            description = "With --wait: hold the run against this policy; its verdict is the exit status.")
    @Nullable
    Path gate;

    @Option(
            names = "--baseline",
            paramLabel = "RUN[:MODEL]",
            description = "With --gate: in the place of the policy's.")
    @Nullable
    String baseline;

    @Option(names = "--model", paramLabel = "M", description = "With --gate: which of the run's models is held.")
    @Nullable
    String model;

    RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (dryRun && wait) {
            throw Failure.badInput("--dry-run makes no run that --wait could wait for.", "Leave one of them out.");
        }
        if (gate == null) {
            if (baseline != null || model != null) {
                throw Failure.badInput("--baseline and --model belong to --gate.", "Give a policy: --gate FILE.");
            }
            return run(Optional.empty());
        }
        if (!wait) {
            throw Failure.badInput("--gate decides on a run that has ended.", "Add --wait.");
        }
        try {
            return run(Optional.of(GatePolicyFile.read(gate)));
        } catch (Failure e) {
            throw GatePolicyFile.undecided(e);
        }
    }

    private int run(Optional<GatePolicyFile> policy) throws InterruptedException {
        SpecFile spec = SpecFile.read(file);
        Submission submission = new Submission(server.connect(environment), environment.err());
        // Before anything is paid for.
        policy.ifPresent(p -> p.check(submission.api()));
        JsonNode submitted =
                submission.submit(spec, dryRun, Optional.ofNullable(group), Optional.ofNullable(idempotencyKey));
        if (dryRun) {
            print(submitted);
            return ExitStatus.OK;
        }
        String run = submitted.path("id").asText();
        return wait ? await(submission.api(), submitted, run, policy) : told(submission.api(), submitted, run);
    }

    private int told(Api api, JsonNode submitted, String run) {
        if (json) {
            JsonText.print(environment.out(), api.get(Query.run(run, "").text()));
        } else {
            print(submitted);
            environment
                    .out()
                    .println("Follow it: ./assay report " + run + ", or "
                            + api.address().url() + "/#/runs/" + run);
        }
        return ExitStatus.OK;
    }

    private int await(Api api, JsonNode submitted, String run, Optional<GatePolicyFile> policy)
            throws InterruptedException {
        environment.err().println(line(submitted));
        ComeBack comeBack = ComeBack.announce(environment.err(), run);
        JsonNode view;
        try {
            view = RunWatch.of(api).awaitEnd(run, environment.progress());
        } finally {
            comeBack.withdraw();
        }
        JsonNode report = api.get(Query.run(run, "/report").text());
        if (policy.isPresent() && json) {
            return held(api, run, policy.get());
        }
        if (json) {
            JsonText.print(environment.out(), report);
        } else {
            environment.out().println();
            new ReportText(report, Truth.none(), environment.ink()).print(environment.out());
        }
        if (policy.isPresent()) {
            environment.out().println();
            return held(api, run, policy.get());
        }
        return ExitStatus.ofRun(view.path("state").asText());
    }

    private int held(Api api, String run, GatePolicyFile policy) {
        return GateCommand.show(environment, json, policy.decide(api, run, Optional.ofNullable(model), baseline));
    }

    private void print(JsonNode submitted) {
        if (json) {
            JsonText.print(environment.out(), submitted);
            return;
        }
        environment.out().println(line(submitted));
        JsonNode estimate = submitted.path("estimate");
        if (estimate.isObject()) {
            environment
                    .out()
                    .println("Estimated cost " + Figures.money(estimate.path("expected")) + " ("
                            + Figures.money(estimate.path("low")) + " to " + Figures.money(estimate.path("high"))
                            + "), "
                            + Figures.count(estimate.path("inputTokens").asLong()) + " input and "
                            + Figures.count(estimate.path("outputTokens").asLong()) + " output tokens");
        }
        JsonNode stop = submitted.path("stop");
        if (stop.isObject()) {
            environment
                    .out()
                    .println("It ends early when this is answered: "
                            + Shown.line(stop.path("question").asText()));
            stop.path("expected")
                    .forEach(expected -> environment
                            .out()
                            .println("  with "
                                    + Shown.line(expected.path("given").asText()) + ": about "
                                    + Figures.count(expected.path("items").asLong()) + " of "
                                    + Figures.count(expected.path("of").asLong()) + " items"));
        }
    }

    private static String line(JsonNode submitted) {
        String id = submitted.path("id").asText("");
        return (id.isEmpty() ? "Nothing is wrong with it: " : "Run " + id + ": ")
                + Shown.line(submitted.path("name").asText()) + ", "
                + Figures.count(submitted.path("samples").asLong()) + " samples, group "
                + Shown.line(submitted.path("group").asText());
    }
}
