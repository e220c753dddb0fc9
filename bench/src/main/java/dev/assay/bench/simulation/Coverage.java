package dev.assay.bench.simulation;

import dev.assay.bench.simulation.Findings.Finding;
import dev.assay.scoring.comparison.PairedInterval;
import dev.assay.scoring.resampling.Bootstrap;
import dev.assay.scoring.resampling.Resamples;
import dev.assay.scoring.resampling.Statistic;
import dev.assay.scoring.statistics.ClusteredMean;
import dev.assay.scoring.statistics.FinitePopulation;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How often intervals of 95 % cover the truth. */
final class Coverage {

    private static final double LEVEL = 0.95;
    private static final double TOLERANCE = 0.015;

    private final Draws draws;
    private final double effort;
    private final List<Finding> findings = new ArrayList<>();

    Coverage(long seed, double effort) {
        this.draws = new Draws(new SplittableRandom(seed));
        this.effort = effort;
    }

    List<Finding> findings() {
        for (int n : new int[] {20, 50, 200, 2000}) {
            near("right or wrong, Wilson", "n = " + n + ", any true share from 5 to 95 %", share(n, i -> binary(n)));
        }
        for (int n : new int[] {20, 50, 200, 2000}) {
            near("graded, Wilson's graded form", "n = " + n + ", overlap scores", graded(n, draws::overlap, 0.575));
            near(
                    "graded, Wilson's graded form",
                    "n = " + n + ", means of 4 repeats",
                    graded(n, draws::repeats, 5 / 6.0));
            near("graded, Wilson's graded form", "n = " + n + ", mostly right", graded(n, draws::mostlyRight, 0.85));
        }
        remark("graded, hard case", "n = 20, four fifths exactly 0", graded(20, draws::mostlyWrong, 0.1));
        remark("the same by Student's t", "n = 20, four fifths exactly 0", student(20, draws::mostlyWrong, 0.1));
        remark("graded by Student's t", "n = 20, mostly right", student(20, draws::mostlyRight, 0.85));
        for (int clusters : new int[] {20, 50, 200}) {
            near(
                    "clustered (passages of 1 to 10 questions)",
                    clusters + " clusters",
                    share(clusters * 6, i -> clustered(clusters).interval(LEVEL).contains(0.6)));
        }
        remark(
                "the same as if questions stood alone",
                "50 clusters",
                share(300, i -> ignoringClusters(50).contains(0.6)));
        paired();
        bootstrap();
        bothLabels();
        return findings;
    }

    private void paired() {
        for (double[] s : new double[][] {
            {20, 0.1, 0.4}, {50, 0.05, 0.3}, {100, 0.05, 0.2}, {200, 0.05, 0.2}, {500, 0, 0.2}, {2000, 0.02, 0.06}
        }) {
            int n = (int) s[0];
            String setting =
                    "n = %d, difference %s, %s differ".formatted(n, Findings.percent(s[1]), Findings.percent(s[2]));
            near("paired, right or wrong", setting, share(n, i -> {
                double[] d = sample(n, () -> draws.flip(s[1], s[2]));
                long gained = IntStream.range(0, n).filter(k -> d[k] > 0).count();
                long lost = IntStream.range(0, n).filter(k -> d[k] < 0).count();
                return PairedInterval.binary(gained, lost, n, LEVEL).contains(s[1]);
            }));
        }
        for (int n : new int[] {20, 50, 200, 2000}) {
            near(
                    "paired, graded, Student's t",
                    "n = " + n,
                    share(
                            n,
                            i -> PairedInterval.student(sample(n, draws::overlapDifference), LEVEL)
                                    .contains(0.0125)));
        }
    }

    private void bootstrap() {
        int n = 100;
        near("graded, BCa bootstrap", "n = 100, 2000 resamples", share(20_000, i -> {
            Resamples resamples = Resamples.ofItems(n, Resamples.LEAST, draws.random());
            return Bootstrap.of(sample(n, draws::overlap), Statistic.MEAN, resamples)
                    .bca(LEVEL)
                    .filter(interval -> interval.contains(0.575))
                    .isPresent();
        }));
    }

    private void bothLabels() {
        double[] onThis = {0};
        double likeThese = share(2000, i -> {
            double truth = draws.uniform(0.3, 0.9);
            double[] benchmark = sample(500, () -> draws.bit(truth));
            Moments all = moments(benchmark);
            Moments run = new Moments();
            // The benchmark is itself in random order, so its beginning is a random part.
            IntStream.range(0, 200).forEach(k -> run.add(benchmark[k]));
            FinitePopulation.Labels labels =
                    new FinitePopulation(500).unit(200, run.mean(), run.standardError(), 199, LEVEL);
            onThis[0] += labels.onThisBenchmark().contains(all.mean()) ? 1 : 0;
            return labels.onQuestionsLikeThese().contains(truth);
        });
        near("\"score on this benchmark\"", "200 of 500 items run", onThis[0] / trials(2000));
        near("\"score on questions like these\"", "200 of 500 items run", likeThese);
    }

    private boolean binary(int n) {
        double truth = draws.uniform(0.05, 0.95);
        return estimate(sample(n, () -> draws.bit(truth))).contains(truth);
    }

    private double graded(int n, DoubleSupplier score, double truth) {
        return share(n, i -> estimate(sample(n, score)).contains(truth));
    }

    private double student(int n, DoubleSupplier score, double truth) {
        return share(n, i -> {
            Moments m = moments(sample(n, score));
            return Interval.student(n, m.mean(), m.variance(), LEVEL).contains(truth);
        });
    }

    private static Interval estimate(double[] scores) {
        return moments(scores)
                .estimate(LEVEL, 0, 1)
                .flatMap(estimate -> estimate.interval())
                .orElseThrow();
    }

    private static Moments moments(double[] scores) {
        Moments moments = new Moments();
        for (double score : scores) {
            moments.add(score);
        }
        return moments;
    }

    private List<double[]> clusters(int count) {
        List<double[]> clusters = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            // A passage is easy or hard for all of its questions.
            double chance = draws.bit(0.5) == 1 ? 0.85 : 0.35;
            clusters.add(sample(1 + draws.random().nextInt(10), () -> draws.bit(chance)));
        }
        return clusters;
    }

    private ClusteredMean clustered(int count) {
        return new ClusteredMean(clusters(count));
    }

    private Interval ignoringClusters(int count) {
        return estimate(clusters(count).stream().flatMapToDouble(Arrays::stream).toArray());
    }

    private static double[] sample(int n, DoubleSupplier score) {
        double[] sample = new double[n];
        for (int i = 0; i < n; i++) {
            sample[i] = score.getAsDouble();
        }
        return sample;
    }

    /** Fewer trials of large samples; at least 2000 at full effort, whose own error is 0.5 points. */
    private int trials(int n) {
        return (int) (effort * Math.clamp(4_000_000 / n, n >= 20_000 ? 1000 : 4000, 20_000));
    }

    private double share(int n, IntPredicate holds) {
        return Findings.share(trials(n), holds);
    }

    private void near(String promise, String setting, double share) {
        findings.add(Findings.near("covers: " + promise, setting, share, LEVEL, TOLERANCE));
    }

    private void remark(String promise, String setting, double share) {
        findings.add(Findings.remark("covers: " + promise, setting, Findings.percent(share)));
    }
}
