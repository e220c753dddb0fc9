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
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "Peak memory of a large run against that of a run of 20,000 samples, each on a fresh server.")
final class Memory implements Callable<Integer> {

    private static final int BASELINE = 20_000;
    private static final double GOAL = 1.10;
    private static final double MIB = 1024.0 * 1024.0;

    @Mixin
    private final Reporting reporting = new Reporting();

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Samples of the large run (default: ${DEFAULT-VALUE}).")
    private int samples = 100_000;

    @Override
    public Integer call() throws Exception {
        double small = peakMebibytes(BASELINE);
        double large = peakMebibytes(samples);
        double ratio = large / small;
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("benchmark", "memory");
        raw.put("machine", Machine.describe());
        raw.put("peakMebibytes", Map.of(String.valueOf(BASELINE), small, String.valueOf(samples), large));
        raw.put("ratio", ratio);
        return reporting.report(
                "memory, " + samples + " against " + BASELINE + " samples",
                raw,
                List.of(
                        new Reporting.Figure(
                                "peak at " + BASELINE, String.format(Locale.ROOT, "%.0f MiB", small), "–", true),
                        new Reporting.Figure(
                                "peak at " + samples, String.format(Locale.ROOT, "%.0f MiB", large), "–", true),
                        new Reporting.Figure(
                                "ratio", String.format(Locale.ROOT, "%.3f", ratio), "≤ 1.10", ratio <= GOAL)));
    }

    private static double peakMebibytes(int samples) throws Exception {
        try (Server server = Server.start()) {
            Processes processes = server.processes();
            long[] peak = {processes.memoryBytes()};
            var unused = new Workload(server, "sim-instant")
                    .run("memory", samples, () -> peak[0] = Math.max(peak[0], processes.memoryBytes()));
            return peak[0] / MIB;
        }
    }
}
