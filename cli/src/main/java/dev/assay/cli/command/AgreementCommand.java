package dev.assay.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.offline.Ratings;
import dev.assay.cli.offline.RowFile;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Table;
import dev.assay.scoring.agreement.Agreement;
import dev.assay.scoring.agreement.KrippendorffAlpha;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "agreement", description = "Says how far raters agree, such as a judge model and a human.")
final class AgreementCommand implements Callable<Integer> {

    enum Level {
        nominal,
        ordinal,
        interval,
        ratio
    }

    private final Environment environment;

    @Option(
            names = "--raters",
            required = true,
            split = ",",
            paramLabel = "FIELD",
            description = "Fields of the raters' ratings, two or more, separated by commas.")
    List<String> raters = List.of();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Of Krippendorff's alpha: nominal, ordinal, interval, ratio (default: nominal).")
    Level level = Level.nominal;

    @Option(names = "--format", paramLabel = "jsonl|csv", description = "Of the file (default: by its ending).")
    RowFile.@Nullable Format format;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Parameters(paramLabel = "FILE", description = "JSON lines or CSV, a unit on a row; - is standard input.")
    String file = "";

    AgreementCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Ratings ratings = new Ratings(raters);
        RowFile rows = new RowFile(file, format);
        rows.read(System.in, row -> ratings.add(rows.shown(), row));
        Map<String, Agreement> found = ratings.coefficients(
                KrippendorffAlpha.Level.valueOf(level.name().toUpperCase(Locale.ROOT)));
        if (json) {
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("rows", ratings.rows())
                    .put("complete", ratings.complete())
                    .put("level", level.name());
            ObjectNode values = document.putObject("agreement");
            found.forEach((name, agreement) -> {
                switch (agreement) {
                    case Agreement.Value value -> values.put(name, value.value());
                    case Agreement.Undefined undefined -> values.putNull(name);
                }
            });
            JsonText.print(environment.out(), document);
        } else {
            Table table = new Table().text("coefficient").figure("value");
            found.forEach((name, agreement) -> table.row(name, shown(agreement)));
            table.print(environment.out(), environment.ink());
            environment.out().println(ratings.rows() + " rows, " + ratings.complete() + " rated by all.");
        }
        return ExitStatus.OK;
    }

    private static String shown(Agreement agreement) {
        return switch (agreement) {
            case Agreement.Value value -> String.format(Locale.ROOT, "%.4f", value.value());
            case Agreement.Undefined undefined ->
                "undefined: " + undefined.reason().explanation();
        };
    }
}
