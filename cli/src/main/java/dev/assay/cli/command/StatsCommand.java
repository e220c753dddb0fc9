package dev.assay.cli.command;

import dev.assay.cli.outcome.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what there is, if called without one of them. */
@Command(
        name = "stats",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Compares predictions, plans sizes, splits folds, measures agreement and fairness, rates by votes; no server.")
final class StatsCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitStatus.BAD_INPUT;
    }
}
