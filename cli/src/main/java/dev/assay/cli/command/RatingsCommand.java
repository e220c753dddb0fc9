package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.offline.RowFile;
import dev.assay.cli.offline.VoteRows;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.report.BoardText;
import dev.assay.cli.text.Environment;
import dev.assay.scoring.board.BoardComposition;
import dev.assay.scoring.board.BoardSettings;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stats ratings} and {@code arena rate}. */
@Command(name = "ratings", description = "Rates models by the votes of a file, without a server.")
final class RatingsCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    BoardOptions options = new BoardOptions();

    @Option(names = "--format", paramLabel = "jsonl|csv", description = "Of the file (default: by its ending).")
    RowFile.@Nullable Format format;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Parameters(
            paramLabel = "FILE",
            description = "JSON lines or CSV with model_a, model_b and winner; - is standard input.")
    String file = "";

    RatingsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        BoardSettings settings = options.settings();
        VoteRows rows = new VoteRows();
        RowFile input = new RowFile(file, format);
        input.read(System.in, row -> rows.add(input.shown(), row));
        JsonNode board = board(rows, settings);
        if (json) {
            JsonText.print(environment.out(), board);
        } else {
            new BoardText(board, environment.ink()).print(environment.out());
        }
        return ExitStatus.OK;
    }

    private static JsonNode board(VoteRows rows, BoardSettings settings) {
        try {
            return new ObjectMapper().valueToTree(BoardComposition.of(List.of(), rows.votes(), settings));
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("--" + e.getMessage() + ".");
        }
    }
}
