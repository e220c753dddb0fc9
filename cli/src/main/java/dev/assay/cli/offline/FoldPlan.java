package dev.assay.cli.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.crossvalidation.Folds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows to be parted into folds. Filled and read by one thread. */
public final class FoldPlan {

    /** @param seed null: in the order of the file */
    public record Rule(
            int folds,
            @Nullable String stratify,
            @Nullable String group,
            @Nullable Long seed) {

        private String method() {
            return stratify != null ? "stratified" : group != null ? "grouped" : "plain";
        }
    }

    /** A row and its fold, from 0. @param id null: it has none */
    public record Part(long line, @Nullable JsonNode id, int fold) {}

    private final Rule rule;
    private final List<Part> rows = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    /** @throws Failure if the rule is none */
    public FoldPlan(Rule rule) {
        this.rule = rule;
        if (rule.stratify() != null && rule.group() != null) {
            throw Failure.badInput("Folds are either stratified or grouped: give --stratify or --group.");
        }
    }

    /** @throws Failure if the row cannot be read, or lacks the field that parts */
    public void add(String shown, Row row) {
        switch (row) {
            case Row.Bad bad -> throw Failure.badInput(shown + ":" + bad.line() + ": " + bad.reason() + ".");
            case Row.Read read -> {
                String field = rule.stratify() != null ? rule.stratify() : rule.group();
                if (field != null) {
                    labels.add(read.label(field)
                            .orElseThrow(() -> Failure.badInput(
                                    shown + ":" + read.line() + ": the field '" + field + "' is missing.")));
                }
                rows.add(new Part(read.line(), read.field("id").orElse(null), 0));
            }
        }
    }

    public String method() {
        return rule.method();
    }

    /** Every row with its fold, in the order of the file. @throws Failure if rows or groups are too few */
    public List<Part> parts() {
        int[] order = Optional.ofNullable(rule.seed())
                .map(seed -> Folds.order(rows.size(), new SplittableRandom(seed)))
                .orElseGet(() -> IntStream.range(0, rows.size()).toArray());
        Folds folds;
        try {
            folds = folds(order);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("--k: " + e.getMessage() + ".");
        }
        int[] foldOf = new int[rows.size()];
        for (int fold = 0; fold < folds.count(); fold++) {
            for (int place : folds.held().get(fold)) {
                foldOf[order[place]] = fold;
            }
        }
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Part(rows.get(i).line(), rows.get(i).id(), foldOf[i]))
                .toList();
    }

    private Folds folds(int[] order) {
        if (labels.isEmpty()) {
            return Folds.plain(rows.size(), rule.folds());
        }
        List<String> ordered = Arrays.stream(order).mapToObj(labels::get).toList();
        if (rule.stratify() != null) {
            return Folds.stratified(ordered, rule.folds());
        }
        // Which of equally large groups comes first is decided by their names; numbers go by size.
        return ordered.stream().allMatch(label -> label.matches("-?[0-9]{1,30}"))
                ? Folds.grouped(ordered.stream().map(BigInteger::new).toList(), rule.folds())
                : Folds.grouped(ordered, rule.folds());
    }

    /** One row's fold for scripts. */
    public static JsonNode json(Part part) {
        var json = JsonNodeFactory.instance.objectNode().put("line", part.line());
        if (part.id() != null) {
            json.set("id", part.id());
        }
        return json.put("fold", part.fold());
    }
}
