package dev.assay.gateway.arena;

import dev.assay.gateway.web.Csv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Votes as CSV, with the fields of {@link VoteView}. */
final class VoteCsv {

    private static final List<String> NAMES = List.of(
            "id",
            "at",
            "voter",
            "by",
            "question_id",
            "model_a",
            "model_b",
            "winner",
            "length_a",
            "headings_a",
            "lists_a",
            "bold_a",
            "length_b",
            "headings_b",
            "lists_b",
            "bold_b");

    private VoteCsv() {}

    /** Hands out votes. */
    interface Source {

        void to(Votes.Lines lines) throws IOException;
    }

    static void write(OutputStream out, Source source) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(String.join(",", NAMES) + "\r\n");
        source.to(vote -> writer.write(line(vote)));
        writer.flush();
    }

    private static String line(VoteView vote) {
        Stream<@Nullable Object> cells = Stream.of(
                vote.id(),
                vote.at(),
                vote.voter(),
                vote.by(),
                vote.question(),
                vote.modelA(),
                vote.modelB(),
                vote.winner(),
                vote.lengthA(),
                vote.headingsA(),
                vote.listsA(),
                vote.boldA(),
                vote.lengthB(),
                vote.headingsB(),
                vote.listsB(),
                vote.boldB());
        return cells.map(cell -> Csv.text(Objects.toString(cell, ""))).collect(Collectors.joining(",", "", "\r\n"));
    }
}
