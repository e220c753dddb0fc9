package dev.assay.bench.simulation;

import dev.assay.bench.simulation.Findings.Finding;
import dev.assay.scoring.comparison.McNemar;
import dev.assay.scoring.comparison.PermutationTests;
import dev.assay.scoring.comparison.TTests;
import dev.assay.scoring.power.Plan;
import dev.assay.scoring.statistics.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** How often tests see what is not there, and what is. */
final class Tests {

    private static final double ALPHA = 0.05;
    private static final double POWER = 0.8;

    private final Draws draws;
    private final double effort;
    private final List<Finding> findings = new ArrayList<>();

    Tests(long seed, double effort) {
        this.draws = new Draws(new SplittableRandom(seed + 1));
        this.effort = effort;
    }

    List<Finding> findings() {
        error("McNemar mid-p", "n = 200, 20 % differ", 20_000, () -> mcNemar(200, 0, 0.2));
        error("McNemar mid-p", "n = 1000, 6 % differ", 20_000, () -> mcNemar(1000, 0, 0.06));
        error("paired t", "n = 50, graded", 20_000, () -> pairedT(50, 0, 0.3));
        error(
                "sign-flip permutation",
                "n = 50, graded",
                4_000,
                () -> PermutationTests.signs(gaussian(50, 0, 0.3), 1000, draws.random()));
        Plan plan = Plan.usual();
        for (double[] s : new double[][] {{0.05, 0.2}, {0.02, 0.06}, {0.1, 0.3}}) {
            int n = (int) plan.pairedBinary(s[0], s[1]);
            String setting =
                    "difference %s, %s differ: n = %d".formatted(Findings.percent(s[0]), Findings.percent(s[1]), n);
            power("McNemar mid-p", setting, () -> mcNemar(n, s[0], s[1]));
        }
        int graded = (int) plan.pairedGraded(0.05, 0.3);
        power("paired t", "difference 0.05, deviation 0.3: n = " + graded, () -> pairedT(graded, 0.05, 0.3));
        int few = (int) plan.pairedGraded(0.3, 0.4);
        power("paired t", "difference 0.3, deviation 0.4: n = " + few, () -> pairedT(few, 0.3, 0.4));
        int each = (int) plan.unpairedBinary(0.6, 0.7);
        power("z-test of two shares", "60 and 70 %: n = " + each + " each", () -> shares(each, 0.6, 0.7));
        int welch = (int) plan.unpairedGraded(0.1, 0.4);
        power(
                "Welch's t",
                "difference 0.1, deviation 0.4: n = " + welch + " each",
                () -> TTests.welch(gaussian(welch, 0.1, 0.4), gaussian(welch, 0, 0.4))
                        .p());
        return findings;
    }

    private void error(String test, String setting, int trials, DoubleSupplier p) {
        findings.add(Findings.near("errs: " + test, setting, rejects(trials, p), ALPHA, 0.01));
    }

    private void power(String test, String setting, DoubleSupplier p) {
        findings.add(Findings.near("sees: " + test, setting, rejects(8_000, p), POWER, 0.03));
    }

    private double rejects(int trials, DoubleSupplier p) {
        return Findings.share((int) (effort * trials), i -> p.getAsDouble() <= ALPHA);
    }

    private double mcNemar(int n, double difference, double discordance) {
        long gained = 0;
        long lost = 0;
        for (int i = 0; i < n; i++) {
            double flip = draws.flip(difference, discordance);
            gained += flip > 0 ? 1 : 0;
            lost += flip < 0 ? 1 : 0;
        }
        return new McNemar(n - gained - lost, gained, lost, 0).midP();
    }

    private double pairedT(int n, double difference, double deviation) {
        return TTests.paired(gaussian(n, difference, deviation), new double[n]).p();
    }

    private double[] gaussian(int n, double mean, double deviation) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> draws.random().nextGaussian(mean, deviation));
        return values;
    }

    private double shares(int n, double first, double second) {
        return proportion(n, first).zTest(proportion(n, second)).p();
    }

    private Proportion proportion(int n, double share) {
        long right = 0;
        for (int i = 0; i < n; i++) {
            right += (long) draws.bit(share);
        }
        return new Proportion(right, n);
    }
}
