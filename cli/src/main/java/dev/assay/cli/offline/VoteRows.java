package dev.assay.cli.offline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.board.Vote;
import dev.assay.scoring.board.VoteFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The votes of a file, in its order. Filled and read by one thread. */
public final class VoteRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final List<Vote> votes = new ArrayList<>();

    /** @throws Failure with the line, if the row is no vote: a board without it would be another one */
    public void add(String shown, Row row) {
        switch (row) {
            case Row.Bad bad -> throw Failure.badInput(shown + ":" + bad.line() + ": " + bad.reason() + ".");
            case Row.Read read -> {
                Map<String, @Nullable Object> fields = JSON.convertValue(read.fields(), FIELDS);
                switch (VoteFields.read(fields)) {
                    case VoteFields.Taken.Read vote -> votes.add(vote.vote());
                    case VoteFields.Taken.Wrong wrong ->
                        throw Failure.badInput(shown + ":" + read.line() + ": the field '" + wrong.field() + "' "
                                + wrong.reason() + ".");
                }
            }
        }
    }

    public List<Vote> votes() {
        return List.copyOf(votes);
    }
}
