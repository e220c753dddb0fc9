package dev.assay.scoring.judge;

import dev.assay.scoring.arena.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A simulated judge with known biases, of models that are right with a known chance. It prefers what is shown first with
 * log odds of position + quality * (right - right) + length * (a - b) / (a + b).
 *
 * @param abilities the chance of each model to be right, the best first
 * @param lengths the usual length of each model's answers; each answer differs from it by up to a quarter
 * @param ties share of pairs of answers that are both right or both wrong of which it prefers none
 * @param unreadable share of replies without a verdict
 */
record PlantedJudge(
        double[] abilities,
        double[] lengths,
        double quality,
        double position,
        double length,
        double ties,
        double unreadable,
        int items) {

    /** The settings that were fixed before the first result was seen: the worse write the longer answers. */
    static final PlantedJudge FIXED = new PlantedJudge(
            new double[] {0.85, 0.7, 0.55, 0.4}, new double[] {120, 240, 360, 480}, 3, 0.6, 2, 0.1, 0.02, 250);

    PlantedJudge withBiases(double place, double lengths) {
        return new PlantedJudge(abilities, this.lengths, quality, place, lengths, ties, unreadable, items);
    }

    /** The models in their true order. */
    List<String> models() {
        return IntStream.range(0, abilities.length).mapToObj(i -> "model-" + i).toList();
    }

    /** Its verdicts on each two models' answers. The score of an answer is 1 if it is right, else 0. */
    List<CorrectedRanking.Judged> judged(int seed) {
        Random random = new Random(seed);
        List<CorrectedRanking.Judged> pairs = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            int[] right = new int[abilities.length];
            double[] units = new double[abilities.length];
            for (int model = 0; model < right.length; model++) {
                right[model] = random.nextDouble() < abilities[model] ? 1 : 0;
                units[model] = lengths[model] * (0.75 + 0.5 * random.nextDouble());
            }
            for (int a = 0; a < right.length; a++) {
                for (int b = a + 1; b < right.length; b++) {
                    pairs.add(pair("item " + item, a, b, right, units, random));
                }
            }
        }
        return pairs;
    }

    private CorrectedRanking.Judged pair(String item, int a, int b, int[] right, double[] units, Random random) {
        double lead = quality * (right[a] - right[b]) + length * (units[a] - units[b]) / (units[a] + units[b]);
        boolean alike = right[a] == right[b];
        SwappedPair pair = new SwappedPair(
                item,
                models().get(a),
                models().get(b),
                verdict(position + lead, alike, random),
                verdict(position - lead, alike, random));
        return new CorrectedRanking.Judged(
                pair,
                new CorrectedRanking.Answer(units[a], (double) right[a]),
                new CorrectedRanking.Answer(units[b], (double) right[b]),
                true);
    }

    private Verdict verdict(double odds, boolean alike, Random random) {
        if (random.nextDouble() < unreadable) {
            return Verdict.NOTHING;
        }
        if (alike && random.nextDouble() < ties) {
            return prefers(Outcome.TIE);
        }
        return prefers(random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? Outcome.A_WINS : Outcome.B_WINS);
    }

    static Verdict prefers(Outcome outcome) {
        return new Verdict.Preference(outcome, false);
    }
}
