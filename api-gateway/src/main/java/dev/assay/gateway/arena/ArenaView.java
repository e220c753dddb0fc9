package dev.assay.gateway.arena;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.scoring.board.Board;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An arena, as it is shown. */
@Schema(name = "Arena")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArenaView(
        String id,
        String name,
        String group,

        @Schema(description = "Models that take part, also those that only files have votes on.")
        List<String> models,

        @Schema(description = "How many votes stand.") long votes,

        @Schema(description = "How many battles there can be for each voter.")
        long comparisons,

        Instant createdAt) {

    /** Some arenas. */
    @Schema(name = "Arenas")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<ArenaView> arenas,

            @Schema(description = "Pass it as cursor to go on; absent at the end.") @Nullable
            String next) {}

    /** A board and whose it is. */
    @Schema(name = "ArenaBoard")
    record BoardView(
            String arena,
            String name,

            @Schema(description = "Whose votes it is made of: all, person, judge or unknown.")
            String voters,

            Board board) {}
}
