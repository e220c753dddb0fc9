package dev.assay.bench;

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
        description =
                "Samples per second from submission to COMPLETE with a model that answers at once, and CPU per sample.")
final class Throughput implements Callable<Integer> {

    private static final double RATE_GOAL = 1_000;
    private static final double CPU_GOAL_MILLIS = 1.5;

    @Mixin
    private final Reporting reporting = new Reporting();

    @Option(names = "--samples", paramLabel = "N", description = "Samples of the run (default: ${DEFAULT-VALUE}).")
    private int samples = 20_000;

    @Override
    public Integer call() throws Exception {
        try (Server server = Server.start()) {
            Processes processes = server.processes();
            double cpuBefore = processes.cpuSeconds();
            Workload.Result result = new Workload(server, "sim-instant").run("throughput", samples, () -> {});
            double cpuMillis = (processes.cpuSeconds() - cpuBefore) * 1_000 / samples;
            double rate = samples / result.seconds();
            Map<String, Object> raw = new LinkedHashMap<>();
            raw.put("benchmark", "throughput");
            raw.put("machine", Machine.describe());
            raw.put("samples", samples);
            raw.put("seconds", result.seconds());
            raw.put("samplesPerSecond", rate);
            raw.put("cpuMillisPerSample", cpuMillis);
            return reporting.report(
                    "throughput, " + samples + " samples",
                    raw,
                    List.of(
                            new Reporting.Figure(
                                    "samples per second",
                                    String.format(Locale.ROOT, "%.0f", rate),
                                    "≥ 1000",
                                    rate >= RATE_GOAL),
                            new Reporting.Figure(
                                    "CPU per sample, all processes",
                                    String.format(Locale.ROOT, "%.2f ms", cpuMillis),
                                    "≤ 1.5 ms",
                                    cpuMillis <= CPU_GOAL_MILLIS)));
        }
    }
}
