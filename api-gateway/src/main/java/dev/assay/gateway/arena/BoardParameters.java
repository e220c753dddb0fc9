package dev.assay.gateway.arena;

import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.QueryParameter;
import dev.assay.scoring.board.BoardSettings;
import org.jspecify.annotations.Nullable;

/** Reads how a board is to be made. */
final class BoardParameters {

    private BoardParameters() {}

    /** @throws Refusal that names what makes no sense */
    static BoardSettings settings(
            @Nullable String anchor,
            @Nullable String anchorRating,
            @Nullable String confidence,
            @Nullable String rounds,
            @Nullable String seed) {
        BoardSettings standard = BoardSettings.STANDARD;
        try {
            return new BoardSettings(
                    anchor == null || anchor.isEmpty() ? null : anchor,
                    QueryParameter.number("anchorRating", anchorRating).orElse(standard.anchorRating()),
                    QueryParameter.number("confidence", confidence).orElse(standard.confidence()),
                    (int) whole("rounds", rounds, standard.rounds()),
                    whole("seed", seed, standard.seed()));
        } catch (IllegalArgumentException e) {
            String[] parts = String.valueOf(e.getMessage()).split(": ", 2);
            throw Refusal.malformed(parts[0], parts[parts.length - 1]);
        }
    }

    private static long whole(String name, @Nullable String text, long standard) {
        if (text == null) {
            return standard;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.malformed(name, "must be a whole number");
        }
    }
}
