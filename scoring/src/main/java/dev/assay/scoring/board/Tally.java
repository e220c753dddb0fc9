package dev.assay.scoring.board;

import dev.assay.scoring.arena.Battle;
import dev.assay.scoring.arena.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * How many votes of which outcome there are between each two models. The size depends on the models, not on the votes,
 * and so does the cost of everything that is computed from it. Filled by one thread.
 */
final class Tally {

    private final List<String> models;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    /** By first model, second model, and the outcome from the first's point of view. */
    private final int[][][] counts;

    private final int[] shownFirst;

    /** @param names of the models, in any order and with repetitions */
    Tally(Iterable<String> names) {
        TreeSet<String> sorted = new TreeSet<>();
        names.forEach(sorted::add);
        models = List.copyOf(sorted);
        models.forEach(model -> numbers.put(model, numbers.size()));
        counts = new int[models.size()][models.size()][Outcome.values().length];
        shownFirst = new int[models.size()];
    }

    void add(Vote vote) {
        int a = number(vote.modelA());
        int b = number(vote.modelB());
        Outcome outcome = vote.winner().outcome();
        counts[a][b][outcome.ordinal()]++;
        counts[b][a][outcome.swapped().ordinal()]++;
        shownFirst[a]++;
    }

    private int number(String model) {
        return Objects.requireNonNull(numbers.get(model), "unknown model");
    }

    /** By name. */
    List<String> models() {
        return models;
    }

    int count(String model, String against, Outcome outcome) {
        return counts[number(model)][number(against)][outcome.ordinal()];
    }

    /** Votes between two models. */
    int met(String model, String against) {
        int sum = 0;
        for (int count : counts[number(model)][number(against)]) {
            sum += count;
        }
        return sum;
    }

    /** Against all others. */
    int count(String model, Outcome outcome) {
        return models.stream().mapToInt(other -> count(model, other, outcome)).sum();
    }

    int shownFirst(String model) {
        return shownFirst[number(model)];
    }

    /** The votes between these models as weighted battles, in an order that does not depend on that of the votes. */
    List<Battle> battles(List<String> among) {
        List<Battle> battles = new ArrayList<>();
        List<String> sorted = among.stream().sorted().toList();
        for (int a = 0; a < sorted.size(); a++) {
            for (int b = a + 1; b < sorted.size(); b++) {
                for (Outcome outcome : Outcome.values()) {
                    int count = count(sorted.get(a), sorted.get(b), outcome);
                    if (count > 0) {
                        battles.add(new Battle(sorted.get(a), sorted.get(b), outcome, count));
                    }
                }
            }
        }
        return battles;
    }
}
