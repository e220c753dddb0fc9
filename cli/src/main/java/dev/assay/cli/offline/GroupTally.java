package dev.assay.cli.offline;

import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.fairness.GroupComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Binary predictions by group, out of a file. Filled and read by one thread. */
public final class GroupTally {

    private final Fields fields;
    private final String group;
    private final Set<String> positive;
    private final Complaints complaints = new Complaints();
    private final List<Boolean> truth = new ArrayList<>();
    private final List<Boolean> predicted = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();

    /**
     * @param group the field that names a row's group
     * @param positive the labels that count as positive; all others are negative
     */
    public GroupTally(Fields fields, String group, Set<String> positive) {
        this.fields = fields;
        this.group = group;
        this.positive = Set.copyOf(positive);
    }

    /** Adds a row; one without prediction, reference or group is told and left out. */
    public void add(Row row) {
        switch (row) {
            case Row.Bad bad -> complaints.add(bad.line(), bad.reason());
            case Row.Read read -> {
                switch (fields.of(read)) {
                    case Fields.Nothing nothing -> complaints.add(read.line(), nothing.reason());
                    case Fields.Answer answer ->
                        read.label(group)
                                .ifPresentOrElse(
                                        name -> add(answer, name),
                                        () -> complaints.add(
                                                read.line(), "the group is missing (field '" + group + "')"));
                }
            }
        }
    }

    private void add(Fields.Answer answer, String name) {
        truth.add(answer.sample().references().stream().map(String::strip).anyMatch(positive::contains));
        predicted.add(positive.contains(answer.prediction().strip()));
        groups.add(name);
    }

    public Complaints complaints() {
        return complaints;
    }

    /** @throws Failure if no row has all that is needed, or none is positive by either side */
    public GroupComparison comparison() {
        if (groups.isEmpty()) {
            throw Failure.badInput("No row has a prediction, a reference and a group.");
        }
        if (!truth.contains(true) && !predicted.contains(true)) {
            throw Failure.badInput(
                    "--positive: no prediction and no reference is " + String.join(" or ", positive) + ".");
        }
        return GroupComparison.of(flags(truth), flags(predicted), groups);
    }

    private static boolean[] flags(List<Boolean> list) {
        boolean[] flags = new boolean[list.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = list.get(i);
        }
        return flags;
    }
}
