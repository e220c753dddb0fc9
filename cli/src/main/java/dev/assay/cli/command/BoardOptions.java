package dev.assay.cli.command;

import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.board.BoardSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a board is made; what is not said is as the server has it. */
final class BoardOptions {

    @Option(
            names = "--anchor",
            paramLabel = "MODEL",
            description = "The model whose rating is fixed (default: the mean is).")
    @Nullable
    String anchor;

    @Option(
            names = "--anchor-rating",
            paramLabel = "R",
            description = "The rating of the anchor, or the mean (default: 1000).")
    double anchorRating = BoardSettings.STANDARD.anchorRating();

    @Option(names = "--confidence", paramLabel = "P", description = "Of intervals (default: 0.95).")
    double confidence = BoardSettings.STANDARD.confidence();

    @Option(names = "--rounds", paramLabel = "N", description = "Of the bootstrap, 100 to 10000 (default: 1000).")
    int rounds = BoardSettings.STANDARD.rounds();

    @Option(names = "--seed", paramLabel = "N", description = "Of the bootstrap (default: 1).")
    int seed = (int) BoardSettings.STANDARD.seed();

    /** @throws Failure if one makes no sense */
    BoardSettings settings() {
        try {
            return new BoardSettings(anchor, anchorRating, confidence, rounds, seed);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(
                    "--" + String.valueOf(e.getMessage()).replace("anchorRating", "anchor-rating") + ".");
        }
    }

    Query in(Query query) {
        BoardSettings settings = settings();
        return query.with("anchor", settings.anchor())
                .with("anchorRating", settings.anchorRating())
                .with("confidence", settings.confidence())
                .with("rounds", settings.rounds())
                .with("seed", settings.seed());
    }
}
