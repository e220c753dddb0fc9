package dev.assay.scoring.board;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Votes for tests that follow Bradley and Terry's model. */
final class PlantedVotes {

    private PlantedVotes() {}

    /**
     * Votes between models m0, m1 and so on, of these strengths in log odds; one in ten is a tie.
     *
     * @param perLength log odds that a tenth more length wins
     */
    static List<Vote> of(long seed, double[] strengths, int number, double perLength) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int a = random.nextInt(strengths.length);
            int b = (a + 1 + random.nextInt(strengths.length - 1)) % strengths.length;
            double lengthA = 100 + random.nextInt(400) + 40 * a;
            double lengthB = 100 + random.nextInt(400) + 40 * b;
            double style = perLength * (lengthA - lengthB) / (lengthA + lengthB) * 10;
            double wins = 1 / (1 + Math.exp(strengths[b] - strengths[a] - style));
            Winner winner = random.nextInt(10) == 0 ? Winner.TIE : random.nextDouble() < wins ? Winner.A : Winner.B;
            votes.add(new Vote(
                    "q" + i,
                    "m" + a,
                    "m" + b,
                    winner,
                    Voter.PERSON,
                    "p",
                    new AnswerStyle(lengthA, 0, 0, 0),
                    new AnswerStyle(lengthB, 0, 0, 0)));
        }
        return votes;
    }

    static Vote plain(String a, String b, Winner winner) {
        return new Vote(null, a, b, winner, Voter.UNKNOWN, "", null, null);
    }
}
