package dev.assay.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.offline.FoldPlan;
import dev.assay.cli.offline.RowFile;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.text.Environment;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "folds", description = "Parts the rows of a file into k folds and prints each row's, as JSON lines.")
final class FoldsCommand implements Callable<Integer> {

    private final Environment environment;

    @Option(
            names = {"-k", "--k"},
            paramLabel = "K",
            description = "How many folds (default: 5).")
    int folds = 5;

    @Option(names = "--stratify", paramLabel = "FIELD", description = "Each of its values has its share in every fold.")
    @Nullable
    String stratify;

    @Option(names = "--group", paramLabel = "FIELD", description = "Rows of equal value stay in one fold.")
    @Nullable
    String group;

    @Option(names = "--shuffle", paramLabel = "SEED", description = "Shuffle first (default: the file's order).")
    @Nullable
    Long shuffle;

    @Option(names = "--format", paramLabel = "jsonl|csv", description = "Of the file (default: by its ending).")
    RowFile.@Nullable Format format;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Parameters(paramLabel = "FILE", description = "JSON lines or CSV; - is standard input.")
    String file = "";

    FoldsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        FoldPlan plan = new FoldPlan(new FoldPlan.Rule(folds, stratify, group, shuffle));
        RowFile rows = new RowFile(file, format);
        rows.read(System.in, row -> plan.add(rows.shown(), row));
        if (json) {
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("method", plan.method())
                    .put("folds", folds);
            var list = document.putArray("rows");
            plan.parts().forEach(part -> list.add(FoldPlan.json(part)));
            JsonText.print(environment.out(), document);
        } else {
            plan.parts().forEach(part -> environment.out().println(FoldPlan.json(part)));
        }
        return ExitStatus.OK;
    }
}
