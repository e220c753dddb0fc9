package dev.assay.bench.simulation;

import dev.assay.scoring.crossvalidation.Folds;
import dev.assay.scoring.power.Plan;
import dev.assay.scoring.sequential.ConfidenceSequence;
import dev.assay.scoring.sequential.Finding;
import dev.assay.scoring.sequential.Matter;
import dev.assay.scoring.sequential.Question;
import dev.assay.scoring.sequential.Sequential;
import dev.assay.scoring.sequential.Sequential.Answer;
import dev.assay.scoring.sequential.Stopping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Stopping early with a peek after every item of a benchmark of 2000, by what decides runs. Samples arrive as they do
 * there: 64 are under way, and wrong answers take twice as long as right ones.
 */
final class EarlyStop {

    private static final int ITEMS = 2000;
    private static final double ALPHA = 0.05;
    /** As in a run whose spec says nothing else. */
    private static final int AT_LEAST = 50;

    private static final int UNDER_WAY = 64;

    private final Draws draws;
    private final double effort;
    private final List<Findings.Finding> findings = new ArrayList<>();

    EarlyStop(long seed, double effort) {
        this.draws = new Draws(new SplittableRandom(seed + 2));
        this.effort = effort;
    }

    /** A sample's score, its item's place in order, and when it arrives. */
    private record Arrival(int model, int place, double score, double time) {}

    /** What became of many runs. */
    private record Runs(double higher, double lower, long median) {
        double saving() {
            return 1 - (double) median / ITEMS;
        }
    }

    List<Findings.Finding> findings() {
        for (double discordance : new double[] {0.06, 0.2, 0.4}) {
            String setting = "no difference, " + Findings.percent(discordance) + " differ";
            Runs open = runs(2000, false, () -> flips(0, discordance));
            findings.add(Findings.atMost("early stop: wrong answer", setting, open.higher() + open.lower(), ALPHA));
            Runs finite = runs(2000, true, () -> flips(0, discordance));
            findings.add(Findings.atMost(
                    "early stop on this benchmark: wrong answer", setting, finite.higher() + finite.lower(), ALPHA));
        }
        saving(0.2);
        saving(0.3);
        threshold();
        ranking();
        sequence();
        return findings;
    }

    private void saving(double discordance) {
        String setting = "difference 5 %, " + Findings.percent(discordance) + " differ";
        Runs open = runs(1000, false, () -> flips(0.05, discordance));
        Runs finite = runs(1000, true, () -> flips(0.05, discordance));
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
        Runs equal = runs(2000, false, () -> new double[][] {answers(0.7)});
        findings.add(Findings.atMost(
                "early stop: above a threshold of 70 %, wrong answer",
                "true share 70 %", equal.higher() + equal.lower(), ALPHA));
        Runs above = runs(1000, false, () -> new double[][] {answers(0.75)});
        findings.add(Findings.atLeast(
                "early stop: above a threshold of 70 %, median saving", "true share 75 %", above.saving(), 0.4));
        double hasty = Findings.share((int) (effort * 1000), run -> byArrival(answers(0.7)));
        findings.add(Findings.remark(
                "the same by order of arrival, which is not done: wrong answer",
                "true share 70 %",
                Findings.percent(hasty)));
    }

    private void ranking() {
        double wrong = Findings.share((int) (effort * 1000), run -> {
            double[][] equal = {answers(0.6), shuffled(answers(0.6)), shuffled(answers(0.6))};
            return !decided(equal, true).answers().isEmpty();
        });
        findings.add(Findings.atMost("early stop: ranking, any wrong answer", "three equal models", wrong, ALPHA));
    }

    private double[] shuffled(double[] values) {
        int[] order = Folds.order(ITEMS, draws.random());
        return IntStream.of(order).mapToDouble(item -> values[item]).toArray();
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

    /** Scores of two models that differ on so many items. */
    private static double[][] flips(double difference, double discordance) {
        // Exactly so many of each, so that the truth is the same on this benchmark and on questions like these.
        double[][] scores = new double[2][ITEMS];
        long gained = Math.round((discordance + difference) / 2 * ITEMS);
        long differing = Math.round(discordance * ITEMS);
        Arrays.setAll(scores[0], i -> i < gained ? 1 : i < differing ? 0 : i % 2);
        Arrays.setAll(scores[1], i -> i < gained ? 0 : i < differing ? 1 : i % 2);
        return scores;
    }

    private static double[] answers(double share) {
        double[] answers = new double[ITEMS];
        Arrays.setAll(answers, i -> i < Math.round(share * ITEMS) ? 1 : 0);
        return answers;
    }

    private Runs runs(int trials, boolean finite, Supplier<double[][]> benchmark) {
        int count = (int) (effort * trials);
        long[] stops = new long[count];
        int higher = 0;
        int lower = 0;
        for (int run = 0; run < count; run++) {
            Optional<Finding> answer =
                    decided(benchmark.get(), finite).answers().stream().findFirst();
            stops[run] = answer.map(Finding::items).orElse(ITEMS);
            higher += answer.filter(found -> found.answer() == Answer.HIGHER).isPresent() ? 1 : 0;
            lower += answer.filter(found -> found.answer() == Answer.LOWER).isPresent() ? 1 : 0;
        }
        Arrays.sort(stops);
        return new Runs((double) higher / count, (double) lower / count, stops[count / 2]);
    }

    /** A run of models with these scores: one against 70 %, or which of any two is better. */
    private Stopping decided(double[][] scores, boolean finite) {
        List<Matter> matters = new ArrayList<>();
        if (scores.length == 1) {
            matters.add(new Matter(List.of(0), new Question.AboveThreshold(0.7, 0, 1)));
        }
        for (int first = 0; first < scores.length; first++) {
            for (int second = first + 1; second < scores.length; second++) {
                matters.add(new Matter(List.of(first, second), new Question.WhichIsBetter(1)));
            }
        }
        Sequential.Terms terms = new Sequential.Terms(ALPHA, finite ? ITEMS : 0, AT_LEAST, OptionalDouble.empty());
        Stopping stopping = new Stopping(matters, scores.length, 1, 0, 1, terms);
        for (Arrival arrival : arrivals(scores, finite)) {
            var unused = stopping.scored(arrival.model(), arrival.place(), 0, arrival.score());
            if (stopping.isAnswered()) {
                break;
            }
        }
        return stopping;
    }

    private List<Arrival> arrivals(double[][] scores, boolean finite) {
        int[] order = Folds.order(ITEMS, draws.random());
        List<Arrival> arrivals = new ArrayList<>(ITEMS * scores.length);
        for (int place = 0; place < ITEMS; place++) {
            // With replacement these are questions like those of the benchmark, without end.
            int item = finite ? order[place] : draws.random().nextInt(ITEMS);
            for (int model = 0; model < scores.length; model++) {
                double score = scores[model][item];
                double latency = (2 - score) * (0.5 + draws.random().nextDouble());
                arrivals.add(new Arrival(model, place, score, (double) place / UNDER_WAY + latency));
            }
        }
        arrivals.sort(Comparator.comparingDouble(Arrival::time));
        return arrivals;
    }

    /** Whether an answer, here always a wrong one, would be given if samples were looked at as they come. */
    private boolean byArrival(double[] scores) {
        Sequential sequential = new Sequential(new Question.AboveThreshold(0.7, 0, 1), ALPHA, 0);
        for (Arrival arrival : arrivals(new double[][] {scores}, false)) {
            if (sequential.add(arrival.score()) != Answer.OPEN) {
                return true;
            }
        }
        return false;
    }
}
