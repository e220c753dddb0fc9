package dev.assay.bench.simulation;

import dev.assay.bench.simulation.Findings.Finding;
import dev.assay.scoring.crossvalidation.Folds;
import dev.assay.scoring.power.Plan;
import dev.assay.scoring.sequential.ConfidenceSequence;
import dev.assay.scoring.sequential.Question;
import dev.assay.scoring.sequential.Sequential;
import dev.assay.scoring.sequential.Sequential.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Stopping early with a peek after every item of a benchmark of 2000. */
final class EarlyStop {

    private static final int ITEMS = 2000;
    private static final double ALPHA = 0.05;

    private final Draws draws;
    private final double effort;
    private final List<Finding> findings = new ArrayList<>();

    EarlyStop(long seed, double effort) {
        this.draws = new Draws(new SplittableRandom(seed + 2));
        this.effort = effort;
    }

    /** What became of many runs. */
    private record Runs(double higher, double lower, long median) {
        double saving() {
            return 1 - (double) median / ITEMS;
        }
    }

    List<Finding> findings() {
        for (double discordance : new double[] {0.06, 0.2, 0.4}) {
            String setting = "no difference, " + Findings.percent(discordance) + " differ";
            Runs open = runs(2000, false, () -> flips(0, discordance), better());
            findings.add(Findings.atMost("early stop: wrong answer", setting, open.higher() + open.lower(), ALPHA));
            Runs finite = runs(2000, true, () -> flips(0, discordance), better());
            findings.add(Findings.atMost(
                    "early stop on this benchmark: wrong answer", setting, finite.higher() + finite.lower(), ALPHA));
        }
        saving(0.2);
        saving(0.3);
        threshold();
        sequence();
        return findings;
    }

    private static Question better() {
        return new Question.WhichIsBetter(1);
    }

    private void saving(double discordance) {
        String setting = "difference 5 %, " + Findings.percent(discordance) + " differ";
        Runs open = runs(1000, false, () -> flips(0.05, discordance), better());
        Runs finite = runs(1000, true, () -> flips(0.05, discordance), better());
        findings.add(Findings.atMost("early stop: wrong answer", setting, open.lower(), ALPHA));
        findings.add(Findings.atLeast(
                "early stop: median saving of 2000 items", setting, open.saving(), discordance <= 0.2 ? 0.4 : 0));
        findings.add(Findings.atLeast("early stop on this benchmark: median saving", setting, finite.saving(), 0.4));
        findings.add(Findings.remark("early stop: answered at all", setting, Findings.percent(open.higher())));
        if (open.higher() < 0.999) {
            long fixed = new Plan(ALPHA, open.higher()).pairedBinary(0.05, discordance);
            findings.add(Findings.remark(
                    "early stop: median saving against a fixed n with the same power",
                    setting + ": fixed n = " + fixed,
                    Findings.percent(1 - (double) open.median() / fixed)));
        }
    }

    private void threshold() {
        Question question = new Question.AboveThreshold(0.7, 0, 1);
        Runs equal = runs(2000, false, () -> answers(0.7), question);
        findings.add(Findings.atMost(
                "early stop: above a threshold of 70 %, wrong answer",
                "true share 70 %", equal.higher() + equal.lower(), ALPHA));
        Runs above = runs(1000, false, () -> answers(0.75), question);
        findings.add(Findings.atLeast(
                "early stop: above a threshold of 70 %, median saving", "true share 75 %", above.saving(), 0.4));
    }

    private void sequence() {
        double missed = Findings.share((int) (effort * 400), run -> {
            ConfidenceSequence sequence = new ConfidenceSequence(0, 1, 1 - ALPHA, 0);
            for (int i = 0; i < 300; i++) {
                sequence.add(draws.overlap());
                if (!sequence.interval().contains(0.575)) {
                    return true;
                }
            }
            return false;
        });
        findings.add(Findings.atMost(
                "confidence sequence: ever misses the truth", "overlap scores, 300 peeks", missed, ALPHA));
    }

    private double[] flips(double difference, double discordance) {
        // Exactly so many of each, so that the truth is the same on this benchmark and on questions like these.
        double[] flips = new double[ITEMS];
        long gained = Math.round((discordance + difference) / 2 * ITEMS);
        long differing = Math.round(discordance * ITEMS);
        Arrays.setAll(flips, i -> i < gained ? 1 : i < differing ? -1 : 0);
        return flips;
    }

    private double[] answers(double share) {
        double[] answers = new double[ITEMS];
        Arrays.setAll(answers, i -> i < Math.round(share * ITEMS) ? 1 : 0);
        return answers;
    }

    private Runs runs(int trials, boolean finite, Supplier<double[]> benchmark, Question question) {
        int count = (int) (effort * trials);
        long[] stops = new long[count];
        int higher = 0;
        int lower = 0;
        for (int run = 0; run < count; run++) {
            double[] values = benchmark.get();
            int[] order = Folds.order(ITEMS, draws.random());
            Sequential sequential = new Sequential(question, ALPHA, finite ? ITEMS : 0);
            for (int i = 0; i < ITEMS && sequential.answer() == Answer.OPEN; i++) {
                // With replacement these are questions like those of the benchmark, without end.
                int item = finite ? order[i] : draws.random().nextInt(ITEMS);
                var unused = sequential.add(values[item]);
            }
            stops[run] = sequential.count();
            higher += sequential.answer() == Answer.HIGHER ? 1 : 0;
            lower += sequential.answer() == Answer.LOWER ? 1 : 0;
        }
        Arrays.sort(stops);
        return new Runs((double) higher / count, (double) lower / count, stops[count / 2]);
    }
}
