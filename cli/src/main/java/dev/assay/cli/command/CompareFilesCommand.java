package dev.assay.cli.command;

import dev.assay.cli.offline.CompareView;
import dev.assay.cli.offline.Compared;
import dev.assay.cli.offline.NamedMetric;
import dev.assay.cli.offline.PairedItems;
import dev.assay.cli.offline.RowFile;
import dev.assay.cli.offline.Scoring;
import dev.assay.cli.offline.Sureness;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "compare", description = "Compares two files of predictions on the items that both have.")
final class CompareFilesCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    MetricOptions metrics = new MetricOptions();

    @Option(
            names = "--id",
            paramLabel = "FIELD",
            description = "Field of the item's name (default: id where it is, else the row's place).")
    @Nullable
    String id;

    @Option(names = "--by", paramLabel = "FIELD", description = "Compare each group of items too.")
    @Nullable
    String by;

    @Option(names = "--cluster", paramLabel = "FIELD", description = "Items that belong together, such as on one text.")
    @Nullable
    String cluster;

    @Option(names = "--confidence", paramLabel = "P", description = "Of intervals (default: 0.95).")
    double confidence = 0.95;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            description = "For intervals and tests (default: 1000 for metrics of sets; of means at least 2000).")
    int resamples = 1000;

    @Option(names = "--seed", paramLabel = "N", description = "Of what is drawn (default: 1).")
    long seed = 1;

    @Option(names = "--format", paramLabel = "jsonl|csv", description = "Of both files (default: by their endings).")
    RowFile.@Nullable Format format;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Parameters(index = "0", paramLabel = "A", description = "JSON lines or CSV; - is standard input.")
    String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The same of the other system.")
    String second = "";

    CompareFilesCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        NamedMetric metric = metrics.metric();
        Sureness sureness = new Sureness(confidence, resamples, seed);
        if (first.equals("-") && second.equals("-")) {
            throw Failure.badInput("Only one of the files can be standard input.");
        }
        PairedItems items = new PairedItems(id, by, cluster);
        read(first, metric, items::addFirst);
        read(second, metric, items::addSecond);
        if (items.nameless() > 0) {
            environment.err().println(items.nameless() + " rows have no field '" + id + "' and are left out.");
        }
        Compared compared = Compared.of(items, metric, sureness);
        if (json) {
            JsonText.print(environment.out(), CompareView.json(compared));
        } else {
            CompareView.table(compared).print(environment.out(), environment.ink());
            CompareView.notes(compared).forEach(environment.out()::println);
        }
        return ExitStatus.OK;
    }

    private void read(String name, NamedMetric metric, ObjLongConsumer<Scoring.Scored> side) {
        RowFile file = new RowFile(name, format);
        Scoring scoring = new Scoring(metric, metrics.fields(), null, null);
        AtomicLong place = new AtomicLong();
        scoring.run(file, System.in, scored -> side.accept(scored, place.incrementAndGet()));
        scoring.complaints().all().forEach(complaint -> environment.err().println(complaint.text(file.shown())));
    }
}
