package dev.assay.cli.offline;

import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.contamination.CleanScore;
import dev.assay.scoring.statistics.Moments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Items' scores out of a file, such as {@code assay score --rows} prints it. Filled and read by one thread. */
public final class ItemScores {

    private final String field;
    private final Map<String, Moments> byItem = new LinkedHashMap<>();
    private boolean isUnit = true;

    /** @param field of the score */
    public ItemScores(String field) {
        this.field = field;
    }

    /** Adds a row; one without score is passed over. @throws Failure if it cannot be read or its score is not a number */
    public void add(String shown, Row row) {
        switch (row) {
            case Row.Bad bad -> throw Failure.badInput(shown + ":" + bad.line() + ": " + bad.reason() + ".");
            case Row.Read read -> {
                String item =
                        read.label("id").orElse("line " + read.label("line").orElse(String.valueOf(read.line())));
                read.label(field).ifPresent(written -> add(item, number(shown, read, written)));
            }
        }
    }

    /** Adds a score; several of an item are averaged. */
    public void add(String item, double score) {
        isUnit &= score >= 0 && score <= 1;
        byItem.computeIfAbsent(item, name -> new Moments()).add(score);
    }

    private double number(String shown, Row.Read row, String written) {
        try {
            double score = Double.parseDouble(written);
            if (Double.isFinite(score)) {
                return score;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is not finite is.
        }
        throw Failure.badInput(shown + ":" + row.line() + ": the field '" + field + "' is not a number.");
    }

    /** The score with and without flagged items; repeats of an item are averaged. @throws Failure without any score */
    public CleanScore without(Set<String> flagged, double confidence) {
        Map<String, Double> means = new LinkedHashMap<>();
        byItem.forEach((item, scores) -> means.put(item, scores.mean()));
        double minimum = isUnit ? 0 : Double.NEGATIVE_INFINITY;
        double maximum = isUnit ? 1 : Double.POSITIVE_INFINITY;
        return CleanScore.of(means, flagged, confidence, minimum, maximum)
                .orElseThrow(() -> Failure.badInput("No row of --scores has a field '" + field + "'."));
    }

    /** How many of these items have no score. */
    public long missing(Set<String> items) {
        return items.stream().filter(item -> !byItem.containsKey(item)).count();
    }
}
