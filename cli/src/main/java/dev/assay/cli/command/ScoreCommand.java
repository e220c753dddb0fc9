package dev.assay.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.offline.MetricList;
import dev.assay.cli.offline.NamedMetric;
import dev.assay.cli.offline.RowFile;
import dev.assay.cli.offline.ScoreView;
import dev.assay.cli.offline.Scoring;
import dev.assay.cli.offline.Sureness;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "score",
        description = "Scores a file of predictions and references with a metric; needs no server.",
        footer = {
            "",
            "A row is a JSON object on a line, or a line of CSV under a header, with the fields prediction and reference (or",
            "references, a list), and choices where a metric needs them. Rows that cannot be scored are told on standard",
            "error with their line and lower the coverage."
        })
final class ScoreCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    MetricOptions metrics = new MetricOptions();

    @Option(names = "--by", paramLabel = "FIELD", description = "Score each group of rows too.")
    @Nullable
    String by;

    @Option(
            names = "--cluster",
            paramLabel = "FIELD",
            description = "Rows that belong together, such as questions on one text or repeats of one item.")
    @Nullable
    String cluster;

    @Option(
            names = "--repeats",
            paramLabel = "FOLD",
            description = {
                "Fold the answers to an item: mean, mean@k, pass@k, pass^k, maj@k, consistency.",
                "Rows with the same --id are answers to one item, in the order of the file."
            })
    @Nullable
    String repeats;

    @Option(names = "--id", paramLabel = "FIELD", description = "The field that names the item (default: id).")
    String id = "id";

    @Option(names = "--rows", description = "Print each row's score as JSON lines; the summary goes to standard error.")
    boolean rows;

    @Option(names = "--confidence", paramLabel = "P", description = "Of the interval (default: 0.95).")
    double confidence = 0.95;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            description = "Of a metric of sets, for its interval (default: 1000).")
    int resamples = 1000;

    @Option(names = "--seed", paramLabel = "N", description = "Of the resamples (default: 1).")
    long seed = 1;

    @Option(names = "--format", paramLabel = "jsonl|csv", description = "Of the file (default: by its ending).")
    RowFile.@Nullable Format format;

    @Option(names = "--list", description = "List all metrics with scale, meaning and parameters.")
    boolean list;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON lines or CSV; - is standard input.")
    @Nullable
    String file;

    ScoreCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (list) {
            return list();
        }
        NamedMetric metric = metrics.metric();
        Sureness sureness = new Sureness(confidence, resamples, seed);
        if (file == null) {
            throw Failure.badInput("FILE: is missing; name a .jsonl or .csv file, or - for standard input.");
        }
        if (repeats != null && cluster != null) {
            throw Failure.badInput("--cluster: does not go with --repeats, which takes an item's rows together.");
        }
        Scoring.Repeated folded = repeats == null ? null : Scoring.Repeated.of(repeats, id, metric);
        RowFile read = new RowFile(file, format);
        Scoring scoring = new Scoring(metric, metrics.fields(), by, cluster, folded);
        ArrayNode scores = JsonNodeFactory.instance.arrayNode();
        scoring.run(read, System.in, scored -> {
            if (rows && json) {
                scores.add(ScoreView.row(metric, scored));
            } else if (rows) {
                environment.out().println(ScoreView.row(metric, scored));
            }
        });
        scoring.complaints().all().forEach(complaint -> environment.err().println(complaint.text(read.shown())));
        if (scoring.all().tooFewRepeats() > 0) {
            environment
                    .err()
                    .println(read.shown() + ": " + Figures.count(scoring.all().tooFewRepeats())
                            + " items have too few answers for " + repeats + " and are left out.");
        }
        if (json) {
            ObjectNode document = ScoreView.json(scoring, sureness);
            if (repeats != null) {
                document.put("repeats", repeats)
                        .put("itemsWithTooFew", scoring.all().tooFewRepeats());
            }
            if (rows) {
                document.set("scores", scores);
            }
            JsonText.print(environment.out(), document);
        } else {
            PrintStream summary = rows ? environment.err() : environment.out();
            Table table = ScoreView.table(scoring, sureness);
            table.print(summary, environment.ink());
            if (scoring.unextracted() > 0) {
                summary.println("Nothing was extracted from " + Figures.count(scoring.unextracted()) + " of "
                        + Figures.count(scoring.all().scored()) + " predictions, which count as wrong.");
            }
            summary.println(metric.type().name() + ": " + ScoreView.scale(metric.type()) + ". "
                    + metric.type().meaning());
        }
        return ExitStatus.OK;
    }

    private int list() {
        MetricList metricList = new MetricList();
        if (json) {
            JsonText.print(environment.out(), metricList.json());
        } else {
            metricList.table().print(environment.out(), environment.ink());
        }
        return ExitStatus.OK;
    }
}
