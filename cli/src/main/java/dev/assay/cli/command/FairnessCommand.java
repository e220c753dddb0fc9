package dev.assay.cli.command;

import dev.assay.cli.offline.FairnessView;
import dev.assay.cli.offline.Fields;
import dev.assay.cli.offline.GroupTally;
import dev.assay.cli.offline.RowFile;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fairness",
        description = "Compares binary predictions between groups: rates, gaps, demographic parity, equalized odds.")
final class FairnessCommand implements Callable<Integer> {

    private final Environment environment;

    @Option(names = "--group", required = true, paramLabel = "FIELD", description = "The field that names the group.")
    String group = "";

    @Option(
            names = "--positive",
            required = true,
            split = ",",
            paramLabel = "LABEL",
            description = "Labels that count as positive, such as yes; all others are negative.")
    List<String> positive = List.of();

    @Option(
            names = "--prediction",
            paramLabel = "FIELD",
            description = "Field of the prediction (default: prediction).")
    String prediction = "prediction";

    @Option(
            names = "--reference",
            paramLabel = "FIELD",
            description = "Field of the right label (default: reference, references or target).")
    @Nullable
    String reference;

    @Option(names = "--confidence", paramLabel = "P", description = "Of the intervals (default: 0.95).")
    double confidence = 0.95;

    @Option(names = "--format", paramLabel = "jsonl|csv", description = "Of the file (default: by its ending).")
    RowFile.@Nullable Format format;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Parameters(paramLabel = "FILE", description = "JSON lines or CSV; - is standard input.")
    String file = "";

    FairnessCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (!(confidence > 0 && confidence < 1)) {
            throw Failure.badInput("--confidence: lies between 0 and 1, such as 0.95.");
        }
        GroupTally tally = new GroupTally(new Fields(prediction, reference, false), group, Set.copyOf(positive));
        RowFile rows = new RowFile(file, format);
        rows.read(System.in, tally::add);
        tally.complaints().all().forEach(complaint -> environment.err().println(complaint.text(rows.shown())));
        FairnessView view = new FairnessView(tally.comparison(), confidence);
        if (json) {
            JsonText.print(environment.out(), view.json());
        } else {
            view.groups().print(environment.out(), environment.ink());
            if (!view.gaps().isEmpty()) {
                environment.out().println();
                view.gaps().print(environment.out(), environment.ink());
            }
            environment.out().println();
            view.measures().print(environment.out(), environment.ink());
        }
        return ExitStatus.OK;
    }
}
