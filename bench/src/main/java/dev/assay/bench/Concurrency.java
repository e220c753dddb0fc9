package dev.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "concurrency",
        mixinStandardHelpOptions = true,
        description = {
            "Calls per second with a model that takes 200 ms and 500 slots, against the ideal of slots / latency.",
            "From the simulator's log: first call received to last answer sent, after a warm-up run."
        })
final class Concurrency implements Callable<Integer> {

    private static final int SLOTS = 500;
    private static final double LATENCY_SECONDS = 0.2;
    private static final double GOAL = 0.95;
    private static final int WARM_UP = 10_000;

    @Mixin
    private final Reporting reporting = new Reporting();

    @Option(names = "--samples", paramLabel = "N", description = "Samples of the run (default: ${DEFAULT-VALUE}).")
    private int samples = 2_000;

    @Override
    public Integer call() throws Exception {
        try (Server server = Server.start("--slots", String.valueOf(SLOTS))) {
            var unused = new Workload(server, "sim-200ms").run("warm-up", WARM_UP, () -> {});
            Workload.Result result = new Workload(server, "sim-200ms").run("concurrency", samples, () -> {});
            JsonNode calls = server.get("/simulator/calls?run=" + result.run());
            double seconds = Duration.between(
                                    Instant.parse(calls.get("firstCallAt").asText()),
                                    Instant.parse(calls.get("lastCallEndedAt").asText()))
                            .toNanos()
                    / 1e9;
            double ideal = Math.ceil((double) samples / SLOTS) * LATENCY_SECONDS;
            double share = ideal / seconds;
            Map<String, Object> raw = new LinkedHashMap<>();
            raw.put("benchmark", "concurrency");
            raw.put("machine", Machine.describe());
            raw.put("samples", samples);
            raw.put("slots", SLOTS);
            raw.put("secondsOfCalls", seconds);
            raw.put("secondsIdeal", ideal);
            raw.put("secondsToComplete", result.seconds());
            raw.put("maxConcurrent", calls.path("maxConcurrent").asInt());
            raw.put("shareOfIdeal", share);
            return reporting.report(
                    "concurrency, " + samples + " samples of 200 ms, " + SLOTS + " slots",
                    raw,
                    List.of(new Reporting.Figure(
                            "share of the ideal rate",
                            String.format(Locale.ROOT, "%.1f %%", share * 100),
                            "≥ 95 %",
                            share >= GOAL)));
        }
    }
}
