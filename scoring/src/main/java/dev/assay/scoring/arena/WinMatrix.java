package dev.assay.scoring.arena;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * For each two models the share of their battles that the first won; ties count as battles, not as wins. Empty for models
 * that never met. Immutable.
 */
public final class WinMatrix {

    /** Which models have shares. */
    public enum Coverage {
        /** All that met. */
        ALL,
        /**
         * Only of models that have won in either place against models that have lost in either place: FastChat's
         * {@code compute_pairwise_win_fraction} leaves the others empty.
         */
        BOTH_PLACES
    }

    private final Map<String, Map<String, OptionalDouble>> shares;

    private WinMatrix(Map<String, Map<String, OptionalDouble>> shares) {
        this.shares = shares;
    }

    public static WinMatrix of(List<Battle> battles, Coverage coverage) {
        Map<List<String>, Double> wins = new HashMap<>();
        Map<List<String>, Double> met = new HashMap<>();
        Set<String> wonFirst = new HashSet<>();
        Set<String> wonSecond = new HashSet<>();
        Set<String> lostFirst = new HashSet<>();
        Set<String> lostSecond = new HashSet<>();
        for (Battle battle : battles) {
            String a = battle.modelA();
            String b = battle.modelB();
            met.merge(List.of(a, b), battle.weight(), Double::sum);
            met.merge(List.of(b, a), battle.weight(), Double::sum);
            if (battle.outcome() == Outcome.A_WINS) {
                wins.merge(List.of(a, b), battle.weight(), Double::sum);
                wonFirst.add(a);
                lostSecond.add(b);
            } else if (battle.outcome() == Outcome.B_WINS) {
                wins.merge(List.of(b, a), battle.weight(), Double::sum);
                wonSecond.add(b);
                lostFirst.add(a);
            }
        }
        wonFirst.retainAll(wonSecond);
        lostFirst.retainAll(lostSecond);
        boolean all = coverage == Coverage.ALL;
        List<String> models = Roster.of(battles).names();
        Map<String, Map<String, OptionalDouble>> shares = new LinkedHashMap<>();
        for (String row : models) {
            Map<String, OptionalDouble> cells = new LinkedHashMap<>();
            for (String column : models) {
                double number = met.getOrDefault(List.of(row, column), 0.0);
                boolean covered = all || (wonFirst.contains(row) && lostFirst.contains(column));
                cells.put(
                        column,
                        number > 0 && covered
                                ? OptionalDouble.of(wins.getOrDefault(List.of(row, column), 0.0) / number)
                                : OptionalDouble.empty());
            }
            shares.put(row, Collections.unmodifiableMap(cells));
        }
        return new WinMatrix(Collections.unmodifiableMap(shares));
    }

    /** By the model that won, then by the one that lost. */
    public Map<String, Map<String, OptionalDouble>> shares() {
        return shares;
    }

    /** The share of their battles that the first model won. */
    public OptionalDouble share(String winner, String loser) {
        return shares.getOrDefault(winner, Map.of()).getOrDefault(loser, OptionalDouble.empty());
    }
}
