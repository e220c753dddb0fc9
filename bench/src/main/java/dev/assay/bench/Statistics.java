package dev.assay.bench;

import dev.assay.bench.simulation.Findings;
import dev.assay.bench.simulation.Findings.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "statistics",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates data whose truth is known, and counts how often intervals cover it, tests err and see, early",
            "stops answer wrongly and save, and gates catch and block. Needs no server; some minutes of one core."
        })
final class Statistics implements Callable<Integer> {

    private static final String BEGIN = "<!-- simulation: begin -->";
    private static final String END = "<!-- simulation: end -->";

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
    private long seed = 20_261_122;

    @Option(
            names = "--effort",
            paramLabel = "SHARE",
            description = "Share of the trials to make; less than 1 is for trying out (default: ${DEFAULT-VALUE}).")
    private double effort = 1;

    @Option(names = "--record", description = "Write the table to docs/statistics.md.")
    private boolean record;

    @Override
    public Integer call() throws IOException {
        List<Finding> findings =
                Findings.all(seed, effort).stream().flatMap(List::stream).toList();
        for (Finding finding : findings) {
            System.out.printf(
                    "  %-62s %-52s %10s   goal %-14s %s%n",
                    finding.promise(),
                    finding.setting(),
                    finding.measured(),
                    finding.goal(),
                    finding.reached() ? "" : "NOT reached");
        }
        if (record) {
            write(findings);
        }
        return findings.stream().allMatch(Finding::reached) ? 0 : 1;
    }

    private static String said(Finding finding) {
        return finding.goal().equals("–") ? "–" : finding.reached() ? "yes" : "**no**";
    }

    private void write(List<Finding> findings) throws IOException {
        Path file = Path.of(System.getenv().getOrDefault("ASSAY_HOME", ".")).resolve("docs/statistics.md");
        String document = Files.readString(file);
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " has no place for the table");
        }
        String rows = findings.stream()
                .map(f -> "| %s | %s | %s | %s | %s |"
                        .formatted(f.promise(), f.setting(), f.measured(), f.goal(), said(f)))
                .collect(Collectors.joining("\n"));
        String table =
                "%s\nSeed %d.\n\n| promise | setting | measured | goal | reached |\n| --- | --- | --- | --- | --- |\n%s\n"
                        .formatted(BEGIN, seed, rows);
        Files.writeString(file, document.substring(0, begin) + table + document.substring(end));
    }
}
