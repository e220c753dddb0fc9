package dev.assay.scoring.board;

import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.board.Board.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which models can be rated on one scale, and why the others cannot.
 *
 * <p>Within a group each model has, over some chain of battles, not lost to each other one, so the votes bound their
 * distances. What other models win or lose against the group does not move the distances within it: in the limit of the
 * likelihood they are infinitely far away. So the largest group is rated, of equal ones that with the most
 * votes, and the rest is named.
 *
 * @param rated by name; empty if no two models can be rated
 * @param undefined the other groups
 */
record RatedModels(List<String> rated, List<Board.Undefined> undefined) {

    /** @param anchor whose group is rated instead of the largest */
    static RatedModels of(Tally tally, @Nullable String anchor) {
        List<List<String>> groups = groups(tally);
        List<String> rated = groups.stream()
                .filter(group -> group.size() > 1 && (anchor == null || group.contains(anchor)))
                .max(Comparator.<List<String>>comparingInt(List::size)
                        .thenComparingInt(group -> votes(tally, group))
                        .thenComparing(List::getFirst, Comparator.reverseOrder()))
                .orElse(List.of());
        List<Board.Undefined> undefined = new ArrayList<>();
        for (List<String> group : groups) {
            List<String> against = rated.isEmpty()
                    ? tally.models().stream().filter(m -> !group.contains(m)).toList()
                    : rated;
            if (!group.equals(rated) && !against.isEmpty()) {
                undefined.add(undefined(tally, group, against));
            }
        }
        return new RatedModels(rated, List.copyOf(undefined));
    }

    private static int votes(Tally tally, List<String> group) {
        int twice = 0;
        for (String model : group) {
            for (String other : group) {
                twice += tally.met(model, other);
            }
        }
        return twice / 2;
    }

    /** Each by name; models without a vote are groups of their own. */
    private static List<List<String>> groups(Tally tally) {
        List<String> voted = tally.models().stream()
                .filter(model -> tally.models().stream().anyMatch(other -> tally.met(model, other) > 0))
                .toList();
        List<List<String>> groups = new ArrayList<>();
        switch (BradleyTerry.fit(tally.battles(voted), RatingScale.ELO)) {
            case BradleyTerry.Fit.Rated all -> groups.add(voted);
            case BradleyTerry.Fit.Undefined parts ->
                parts.groups()
                        .forEach(group -> groups.add(group.stream().sorted().toList()));
        }
        tally.models().stream().filter(model -> !voted.contains(model)).forEach(model -> groups.add(List.of(model)));
        groups.sort(Comparator.comparing(List::getFirst));
        return groups;
    }

    private static Board.Undefined undefined(Tally tally, List<String> group, List<String> against) {
        int won = 0;
        int lost = 0;
        for (String model : group) {
            for (String other : against) {
                won += tally.count(model, other, Outcome.A_WINS);
                lost += tally.count(model, other, Outcome.B_WINS);
            }
        }
        String us = any(group);
        String them = any(against);
        if (won > 0 && lost == 0) {
            return new Board.Undefined(
                    group, against, Reason.ONLY_WON, "a vote is missing that " + us + " does not win against " + them);
        }
        if (lost > 0 && won == 0) {
            return new Board.Undefined(
                    group,
                    against,
                    Reason.ONLY_LOST,
                    "a vote is missing that " + us + " does not lose against " + them);
        }
        // Only if those are not one group themselves: some always win, some always lose.
        if (won > 0 && lost > 0) {
            return new Board.Undefined(
                    group,
                    against,
                    Reason.ONE_WAY,
                    "a vote is missing that goes the other way between " + us + " and " + them);
        }
        return new Board.Undefined(
                group,
                against,
                Reason.NEVER_MET,
                "votes are missing between " + us + " and " + them + ": a tie, or a win of either side");
    }

    private static String any(List<String> models) {
        return models.size() == 1 ? models.getFirst() : "any of " + String.join(", ", models);
    }
}
