package dev.assay.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./assay bench}. Exit status 0 if every figure reached its goal, 1 if one did not, 2 for wrong options. */
@Command(
        name = "assay bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures Assay on this machine, against the simulator, on a server of its own; and its statistics.",
        subcommands = {Throughput.class, Memory.class, Concurrency.class, Rescore.class, Statistics.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        if (arguments.length == 0) {
            line.usage(System.err);
            System.exit(2);
        }
        System.exit(line.execute(arguments));
    }
}
