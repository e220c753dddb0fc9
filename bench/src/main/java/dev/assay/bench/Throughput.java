package dev.assay.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "throughput",
        mixinStandardHelpOptions = true,
        description = {
            "Samples per second from submission to COMPLETE with a model that answers at once, and CPU per sample:",
            "of a server's first run, while it still compiles its code, and of one more like it."
        })
final class Throughput implements Callable<Integer> {

    private static final double RATE_GOAL = 1_000;
    private static final double CPU_GOAL_MILLIS = 1.5;

    @Mixin
    private final Reporting reporting = new Reporting();

    @Option(names = "--samples", paramLabel = "N", description = "Samples of the run (default: ${DEFAULT-VALUE}).")
    private int samples = 20_000;

    /** What a run took. @param cpuMillis per sample, of all processes */
    private record Taken(double seconds, double samplesPerSecond, double cpuMillis) {}

    @Override
    public Integer call() throws Exception {
        try (Server server = Server.start()) {
            Taken first = run(server);
            Taken second = run(server);
            Map<String, Object> raw = new LinkedHashMap<>();
            raw.put("benchmark", "throughput");
            raw.put("machine", Machine.describe());
            raw.put("samples", samples);
            put(raw, first);
            Map<String, Object> again = new LinkedHashMap<>();
            put(again, second);
            raw.put("secondRun", again);
            List<Reporting.Figure> figures = new ArrayList<>(figures("first run", first));
            figures.addAll(figures("second run", second));
            return reporting.report("throughput, " + samples + " samples", raw, figures);
        }
    }

    private Taken run(Server server) throws IOException, InterruptedException {
        Processes processes = server.processes();
        double cpuBefore = processes.cpuSeconds();
        Workload.Result result = new Workload(server, "sim-instant").run("throughput", samples, () -> {});
        double cpu = processes.cpuSeconds() - cpuBefore;
        return new Taken(result.seconds(), samples / result.seconds(), cpu * 1_000 / samples);
    }

    private static void put(Map<String, Object> raw, Taken taken) {
        raw.put("seconds", taken.seconds());
        raw.put("samplesPerSecond", taken.samplesPerSecond());
        raw.put("cpuMillisPerSample", taken.cpuMillis());
    }

    private static List<Reporting.Figure> figures(String run, Taken taken) {
        return List.of(
                new Reporting.Figure(
                        "samples per second, " + run,
                        String.format(Locale.ROOT, "%.0f", taken.samplesPerSecond()),
                        "≥ 1000",
                        taken.samplesPerSecond() >= RATE_GOAL),
                new Reporting.Figure(
                        "CPU per sample, " + run,
                        String.format(Locale.ROOT, "%.2f ms", taken.cpuMillis()),
                        "≤ 1.5 ms",
                        taken.cpuMillis() <= CPU_GOAL_MILLIS));
    }
}
