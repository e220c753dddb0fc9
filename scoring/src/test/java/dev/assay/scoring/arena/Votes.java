package dev.assay.scoring.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Votes for tests. */
final class Votes {

    private Votes() {}

    /** Votes between models m0, m1 and so on, all equally good. */
    static List<Battle> random(long seed, int models, int number) {
        return ofStrengths(seed, new double[models], number);
    }

    /** Votes that follow Bradley and Terry's model with these strengths, in log odds; one in ten is a tie. */
    static List<Battle> ofStrengths(long seed, double[] strengths, int number) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Battle> battles = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int a = random.nextInt(strengths.length);
            int b = (a + 1 + random.nextInt(strengths.length - 1)) % strengths.length;
            double wins = 1 / (1 + Math.exp(strengths[b] - strengths[a]));
            Outcome outcome = random.nextInt(10) == 0
                    ? Outcome.TIE
                    : random.nextDouble() < wins ? Outcome.A_WINS : Outcome.B_WINS;
            battles.add(new Battle("m" + a, "m" + b, outcome));
        }
        return battles;
    }
}
