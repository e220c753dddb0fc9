package dev.assay.cli.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why rows have no score, by reason, with the first lines of each. */
public final class Complaints {

    private static final int LINES = 5;

    private final Map<String, Complaint> byReason = new LinkedHashMap<>();

    /** @param lines the first few */
    public record Complaint(String reason, long count, List<Long> lines) {

        public Complaint {
            lines = List.copyOf(lines);
        }

        /** For people: {@code answers.jsonl:17: the reference is empty (3 rows: lines 17, 20, 31)}. */
        public String text(String file) {
            String start = file + ":" + lines.getFirst() + ": " + reason;
            if (count == 1) {
                return start;
            }
            String which = String.join(", ", lines.stream().map(String::valueOf).toList());
            return start + " (" + count + " rows: lines " + which + (count > lines.size() ? ", …" : "") + ")";
        }
    }

    void add(long line, String reason) {
        byReason.merge(reason, new Complaint(reason, 1, List.of(line)), (before, one) -> {
            List<Long> lines = new ArrayList<>(before.lines());
            if (lines.size() < LINES) {
                lines.add(line);
            }
            return new Complaint(reason, before.count() + 1, lines);
        });
    }

    public List<Complaint> all() {
        return List.copyOf(byReason.values());
    }

    public boolean isEmpty() {
        return byReason.isEmpty();
    }
}
