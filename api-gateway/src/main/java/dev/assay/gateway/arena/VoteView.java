package dev.assay.gateway.arena;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.gateway.database.Row;
import dev.assay.scoring.board.AnswerStyle;
import dev.assay.scoring.board.Vote;
import dev.assay.scoring.board.Voter;
import dev.assay.scoring.board.Winner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A vote, with the fields that files of battles have. */
@Schema(name = "ArenaVote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VoteView(
        @Schema(description = "Absent for what a judge of a run said.") @Nullable
        Long id,

        @Nullable Instant at,

        @Schema(enumeration = {"person", "judge", "unknown"})
        String voter,

        @Schema(description = "A person's key, by its id, or a judge's name.")
        String by,

        @JsonProperty("question_id") @Schema(description = "The item's name.") @Nullable
        String question,

        @JsonProperty("model_a") @Schema(description = "The model whose answer stood first.")
        String modelA,

        @JsonProperty("model_b") String modelB,

        @Schema(enumeration = {"model_a", "model_b", "tie", "tie (bothbad)"})
        String winner,

        @JsonProperty("length_a") @Nullable Double lengthA,
        @JsonProperty("headings_a") @Nullable Double headingsA,
        @JsonProperty("lists_a") @Nullable Double listsA,
        @JsonProperty("bold_a") @Nullable Double boldA,
        @JsonProperty("length_b") @Nullable Double lengthB,
        @JsonProperty("headings_b") @Nullable Double headingsB,
        @JsonProperty("lists_b") @Nullable Double listsB,
        @JsonProperty("bold_b") @Nullable Double boldB,

        @Schema(description = "Present and true if it was taken back and does not count.") @Nullable
        Boolean withdrawn) {

    /** Some votes, newest first, and where the next ones begin. */
    @Schema(name = "ArenaVotes")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<VoteView> votes,

            @Schema(description = "Pass it as cursor to go on; absent at the end.") @Nullable
            String next) {}

    /** The vote of the current row. */
    static VoteView read(List<Arena.Model> models, ResultSet row) throws SQLException {
        return new VoteView(
                row.getLong("vote_key"),
                Row.requiredInstant(row, "voted_at"),
                row.getString("voter"),
                row.getString("voted_by"),
                row.getString("question"),
                Arena.name(models, row.getInt("model_a")),
                Arena.name(models, row.getInt("model_b")),
                Winner.valueOf(row.getString("winner")).word(),
                count(row, "length_a"),
                count(row, "headings_a"),
                count(row, "lists_a"),
                count(row, "bold_a"),
                count(row, "length_b"),
                count(row, "headings_b"),
                count(row, "lists_b"),
                count(row, "bold_b"),
                row.getBoolean("withdrawn") ? true : null);
    }

    /** What a judge of a run said. */
    static VoteView of(Vote vote) {
        AnswerStyle a = vote.styleA();
        AnswerStyle b = vote.styleB();
        return new VoteView(
                null,
                null,
                vote.voter().word(),
                vote.by(),
                vote.question(),
                vote.modelA(),
                vote.modelB(),
                vote.winner().word(),
                a == null ? null : a.length(),
                a == null ? null : a.headings(),
                a == null ? null : a.lists(),
                a == null ? null : a.bold(),
                b == null ? null : b.length(),
                b == null ? null : b.headings(),
                b == null ? null : b.lists(),
                b == null ? null : b.bold(),
                null);
    }

    private static @Nullable Double count(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    /** The vote of the current row, as boards are made of. */
    static Vote vote(List<String> names, ResultSet row) throws SQLException {
        return new Vote(
                row.getString("question"),
                names.get(row.getInt("model_a")),
                names.get(row.getInt("model_b")),
                Winner.valueOf(row.getString("winner")),
                Voter.ofWord(row.getString("voter")).orElse(Voter.UNKNOWN),
                row.getString("voted_by").intern(),
                style(row, "a"),
                style(row, "b"));
    }

    private static @Nullable AnswerStyle style(ResultSet row, String side) throws SQLException {
        double length = row.getDouble("length_" + side);
        return row.wasNull()
                ? null
                : new AnswerStyle(
                        length,
                        row.getDouble("headings_" + side),
                        row.getDouble("lists_" + side),
                        row.getDouble("bold_" + side));
    }
}
