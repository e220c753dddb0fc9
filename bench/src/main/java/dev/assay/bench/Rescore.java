package dev.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rescore",
        mixinStandardHelpOptions = true,
        description = "Scores the stored answers of a finished run again with five metrics, until its report has them.")
final class Rescore implements Callable<Integer> {

    private static final double SECONDS_GOAL = 30;
    private static final double MEMORY_GOAL = 1.10;
    private static final double MIB = 1024.0 * 1024.0;
    private static final long POLL_MILLIS = 50;
    private static final long LONGEST_SECONDS = 600;
    /** Two of right and wrong, two of overlap, and one of the whole set. */
    private static final String METRICS =
            "{\"metrics\": [\"exact_match\", \"contains\", \"f1\", \"rougeL\", \"bleu\"]}";

    private static final int COUNT = 5;

    @Mixin
    private final Reporting reporting = new Reporting();

    @Option(names = "--samples", paramLabel = "N", description = "Samples of the run (default: ${DEFAULT-VALUE}).")
    private int samples = 50_000;

    @Override
    public Integer call() throws Exception {
        try (Server server = Server.start()) {
            Processes processes = server.processes();
            long[] running = {0};
            String run = new Workload(server, "sim-instant")
                    .run("rescore", samples, () -> running[0] = Math.max(running[0], processes.memoryBytes()))
                    .run();
            double cpuBefore = processes.cpuSeconds();
            long begun = System.nanoTime();
            long scoring = rescore(server, processes, run, begun);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpu = processes.cpuSeconds() - cpuBefore;
            double ratio = (double) scoring / running[0];
            Map<String, Object> raw = new LinkedHashMap<>();
            raw.put("benchmark", "rescore");
            raw.put("machine", Machine.describe());
            raw.put("samples", samples);
            raw.put("metrics", COUNT);
            raw.put("seconds", seconds);
            raw.put("cpuSeconds", cpu);
            raw.put("peakMebibytes", Map.of("run", running[0] / MIB, "rescore", scoring / MIB));
            return reporting.report(
                    "rescore, " + samples + " samples, " + COUNT + " metrics",
                    raw,
                    List.of(
                            new Reporting.Figure(
                                    "until the report has them",
                                    String.format(Locale.ROOT, "%.1f s", seconds),
                                    "≤ 30 s",
                                    seconds <= SECONDS_GOAL),
                            new Reporting.Figure(
                                    "CPU, all processes", String.format(Locale.ROOT, "%.1f s", cpu), "–", true),
                            new Reporting.Figure(
                                    "peak memory against the run's",
                                    String.format(Locale.ROOT, "%.3f", ratio),
                                    "≤ 1.10",
                                    ratio <= MEMORY_GOAL)));
        }
    }

    /** @return the peak of memory, in bytes */
    private long rescore(Server server, Processes processes, String run, long begun)
            throws IOException, InterruptedException {
        var unused = server.post("/api/v1/runs/" + run + "/rescore", "application/json", METRICS);
        long peak = 0;
        while (!isDone(server.get("/api/v1/runs/" + run + "/report"))) {
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
                throw new IOException("there is no new report after " + LONGEST_SECONDS + " s");
            }
            peak = Math.max(peak, processes.memoryBytes());
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return peak;
    }

    private boolean isDone(JsonNode report) {
        JsonNode metrics = report.at("/leaderboard/0/metrics");
        return metrics.size() == COUNT && metrics.at("/0/scored").asLong(samples) == samples;
    }
}
