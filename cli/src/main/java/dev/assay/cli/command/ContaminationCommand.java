package dev.assay.cli.command;

import dev.assay.cli.offline.Contamination;
import dev.assay.cli.offline.ContaminationView;
import dev.assay.cli.offline.Corpus;
import dev.assay.cli.offline.ItemScores;
import dev.assay.cli.offline.RowFile;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.scoring.contamination.CleanScore;
import dev.assay.scoring.contamination.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "contamination",
        description = "Looks for a benchmark's items in texts that a model may have been trained on; needs no server.")
final class ContaminationCommand implements Callable<Integer> {

    private static final double CONFIDENCE = 0.95;

    private final Environment environment;

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "FILE|FOLDER",
            description = "Texts (.txt, .md) and JSON lines (.jsonl).")
    String corpus = "";

    @Option(names = "--corpus-field", paramLabel = "FIELD", description = "Of the text in JSON lines (default: text).")
    String corpusField = "text";

    @Option(
            names = "--text",
            split = ",",
            paramLabel = "FIELD",
            description =
                    "Of an item's text; several, such as question,answer, are joined (default: text, question, prompt or input).")
    List<String> fields = List.of();

    @Option(
            names = "--n",
            paramLabel = "N",
            description = "Words of a run (default: 8, with --minhash 3; 13 finds long verbatim parts only).")
    @Nullable
    Integer n;

    @Option(
            names = "--threshold",
            paramLabel = "SHARE",
            description = "Flag items of which at least this share is found (default: 0.5).")
    @Nullable
    Double threshold;

    @Option(names = "--minhash", description = "Find copies that were edited, too.")
    boolean minHash;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "Score with and without flagged items; id and score.")
    @Nullable
    String scores;

    @Option(names = "--score-field", paramLabel = "FIELD", description = "Of the score in --scores (default: score).")
    String scoreField = "score";

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Parameters(paramLabel = "ITEMS", description = "JSON lines or CSV; - is standard input.")
    String file = "";

    ContaminationCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Contamination.Rule rule = Contamination.Rule.of(n, threshold, minHash);
        Contamination items = new Contamination(rule, fields);
        RowFile rows = new RowFile(file, null);
        rows.read(System.in, row -> items.add(rows.shown(), row));
        try (Corpus texts = new Corpus(corpus, corpusField)) {
            List<Finding> found = items.flagged(texts);
            texts.complaints().all().forEach(complaint -> environment.err().println(complaint.text("corpus")));
            print(rule, items.items(), texts.documents(), found, clean(found));
            return ExitStatus.OK;
        } catch (IOException e) {
            throw Failure.badInput(corpus + ": cannot be read (" + e.getMessage() + ").");
        }
    }

    private Optional<CleanScore> clean(List<Finding> found) {
        return Optional.ofNullable(scores).map(name -> {
            ItemScores read = new ItemScores(scoreField);
            RowFile given = new RowFile(name, null);
            given.read(System.in, row -> read.add(given.shown(), row));
            Set<String> flagged = found.stream().map(Finding::item).collect(Collectors.toSet());
            if (read.missing(flagged) > 0) {
                environment.err().println(read.missing(flagged) + " flagged items have no score in " + name + ".");
            }
            return read.without(flagged, CONFIDENCE);
        });
    }

    private void print(
            Contamination.Rule rule, int items, long documents, List<Finding> found, Optional<CleanScore> clean) {
        if (json) {
            JsonText.print(environment.out(), ContaminationView.json(rule, items, documents, found, clean));
            return;
        }
        if (!found.isEmpty()) {
            ContaminationView.findings(found).print(environment.out(), environment.ink());
        }
        environment
                .out()
                .println("%s of %s items are found; %s documents or pieces of text were read."
                        .formatted(Figures.count(found.size()), Figures.count(items), Figures.count(documents)));
        clean.ifPresent(score -> ContaminationView.scores(score).print(environment.out(), environment.ink()));
    }
}
