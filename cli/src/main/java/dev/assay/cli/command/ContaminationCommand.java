package dev.assay.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.contamination.RunItems;
import dev.assay.cli.contamination.RunScores;
import dev.assay.cli.contamination.RunView;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "contamination",
        description = "Looks for items of a file or of a run in texts that models may have been trained on.",
        customSynopsis = {
            "assay contamination ITEMS --corpus FILE|FOLDER... [OPTIONS]",
            "assay contamination --run RUN FILE|FOLDER... [OPTIONS]"
        })
final class ContaminationCommand implements Callable<Integer> {

    private static final double CONFIDENCE = 0.95;

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description =
                    "Look for the items of this run, and tell every model's score with and without the flagged ones.")
    @Nullable
    String run;

    @Option(
            names = "--corpus",
            paramLabel = "FILE|FOLDER",
            description = "Texts (.txt, .md) and JSON lines (.jsonl); may be given again.")
    List<String> corpus = List.of();

    @Option(names = "--corpus-field", paramLabel = "FIELD", description = "Of the text in JSON lines (default: text).")
    String corpusField = "text";

    @Option(
            names = "--text",
            split = ",",
            paramLabel = "FIELD",
            description =
                    "Of an item's text; several, such as question,answer, are joined (default: of a run what the prompt shows, else text, question, prompt or input).")
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

    @Parameters(
            paramLabel = "ITEMS",
            description = "JSON lines or CSV; - is standard input. With --run: texts to look in, as for --corpus.")
    List<String> files = List.of();

    ContaminationCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Contamination.Rule rule = Contamination.Rule.of(n, threshold, minHash);
        Contamination items = new Contamination(rule, fields);
        String wanted = run;
        return wanted == null ? ofFile(rule, items) : ofRun(rule, items, wanted);
    }

    private int ofFile(Contamination.Rule rule, Contamination items) {
        if (files.size() != 1 || corpus.isEmpty()) {
            throw Failure.badInput(
                    files.size() > 1
                            ? "Items come from one file; name the texts to look in by --corpus."
                            : "Name a file of items and --corpus, or --run and the texts to look in.");
        }
        RowFile rows = new RowFile(files.getFirst(), null);
        rows.read(System.in, row -> items.add(rows.shown(), row));
        Search search = search(items, corpus);
        Optional<CleanScore> clean = clean(search.found());
        if (json) {
            JsonText.print(
                    environment.out(),
                    ContaminationView.json(rule, items.items(), search.documents(), search.found(), clean));
        } else {
            print(items, search);
            clean.ifPresent(score -> ContaminationView.scores(score).print(environment.out(), environment.ink()));
        }
        return ExitStatus.OK;
    }

    private int ofRun(Contamination.Rule rule, Contamination items, String wanted) {
        List<String> texts = Stream.concat(corpus.stream(), files.stream()).toList();
        if (texts.isEmpty() || scores != null) {
            throw Failure.badInput(
                    scores == null
                            ? "Name the texts to look in: assay contamination --run RUN FILE|FOLDER."
                            : "--scores goes with a file of items; a run has its own.");
        }
        Api api = server.connect(environment);
        items.addAll(new RunItems(api, wanted, fields).all());
        Search search = search(items, texts);
        List<RunScores.Row> rows = scores(api, wanted).without(search.ids(), CONFIDENCE);
        if (json) {
            ObjectNode document =
                    ContaminationView.json(rule, items.items(), search.documents(), search.found(), Optional.empty());
            document.set("models", RunView.json(rows));
            JsonText.print(environment.out(), document);
        } else {
            print(items, search);
            if (rows.isEmpty()) {
                environment.out().println("The run has no scores yet.");
            } else {
                environment.out().println();
                RunView.table(rows).print(environment.out(), environment.ink());
            }
        }
        return ExitStatus.OK;
    }

    private static RunScores scores(Api api, String wanted) {
        try {
            return RunScores.read(api, wanted);
        } catch (IOException e) {
            throw Failure.error("The run's samples cannot be read: " + e.getMessage());
        }
    }

    /** What was found, in how many documents or pieces of them. */
    private record Search(List<Finding> found, long documents) {

        Set<String> ids() {
            return found.stream().map(Finding::item).collect(Collectors.toSet());
        }
    }

    private Search search(Contamination items, List<String> names) {
        try (Corpus texts = new Corpus(names, corpusField)) {
            List<Finding> found = items.flagged(texts);
            texts.complaints().all().forEach(complaint -> environment.err().println(complaint.text("corpus")));
            return new Search(found, texts.documents());
        } catch (IOException e) {
            throw Failure.badInput("The corpus cannot be read (" + e.getMessage() + ").");
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

    private void print(Contamination items, Search search) {
        if (!search.found().isEmpty()) {
            ContaminationView.findings(search.found()).print(environment.out(), environment.ink());
        }
        environment
                .out()
                .println("%s of %s items are found; %s documents or pieces of text were read."
                        .formatted(
                                Figures.count(search.found().size()),
                                Figures.count(items.items()),
                                Figures.count(search.documents())));
    }
}
