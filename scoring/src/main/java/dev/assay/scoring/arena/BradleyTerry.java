package dev.assay.scoring.arena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bradley-Terry ratings: the strengths under which the votes are most likely, if the log odds that A beats B are
 * strength(A) - strength(B). A tie counts as half a win for either. The order of the votes makes no difference.
 *
 * <p>Source: R. A. Bradley and M. E. Terry (1952); FastChat, {@code compute_bt}. The likelihood has a maximum if and only
 * if no group of models only wins against, only loses to, or never meets the others (Ford 1957); else there is
 * {@link Fit.Undefined} with the groups, not a number that an optimiser happened to stop at. Stateless.
 */
public final class BradleyTerry {

    private BradleyTerry() {}

    /** Ratings, or why there are none. */
    public sealed interface Fit {

        record Rated(Ratings ratings) implements Fit {}

        /**
         * The votes put no bound on the distance of some models.
         *
         * @param groups models that can be rated together; votes between groups all go one way, or there are none; no
         *     group at all if there are no votes
         */
        record Undefined(List<List<String>> groups) implements Fit {

            public Undefined {
                groups = List.copyOf(groups);
            }

            /** One sentence for people. */
            public String reason() {
                return groups.isEmpty()
                        ? "there are no votes"
                        : "between these groups of models the votes all go one way or there are none: " + groups;
            }
        }
    }

    /** Fits ratings to votes. @throws IllegalArgumentException if the scale's anchor has no battle */
    public static Fit fit(List<Battle> battles, RatingScale scale) {
        Roster models = Roster.of(battles);
        List<List<Integer>> groups = Dominance.groups(models, battles);
        if (groups.size() != 1) {
            return new Fit.Undefined(groups.stream().map(models::named).toList());
        }
        double[] strengths = new PairedLogit(models.size(), 0, 0, 0).fit(rows(models, battles));
        return new Fit.Rated(scale.ratings(models, strengths));
    }

    /** One row for all votes between two models: the likelihood only knows how many there were and what they scored. */
    private static List<PairedLogit.Row> rows(Roster models, List<Battle> battles) {
        Map<List<Integer>, double[]> pairs = new LinkedHashMap<>();
        for (Battle battle : battles) {
            int a = models.number(battle.modelA());
            int b = models.number(battle.modelB());
            double[] sums = pairs.computeIfAbsent(List.of(Math.min(a, b), Math.max(a, b)), pair -> new double[2]);
            double score = battle.outcome().scoreOfA();
            sums[0] += battle.weight() * (a < b ? score : 1 - score);
            sums[1] += battle.weight();
        }
        List<PairedLogit.Row> rows = new ArrayList<>();
        pairs.forEach((pair, sums) -> {
            if (sums[1] > 0) {
                rows.add(new PairedLogit.Row(pair.get(0), pair.get(1), new double[0], sums[0] / sums[1], sums[1]));
            }
        });
        return rows;
    }
}
