package dev.assay.bench.simulation;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** What simulations found. */
public final class Findings {

    private Findings() {}

    /**
     * One row.
     *
     * @param promise what is promised
     * @param setting on what data
     * @param measured what came out
     * @param goal what should have
     * @param reached whether it did; true where there is no goal
     */
    public record Finding(String promise, String setting, String measured, String goal, boolean reached) {}

    /** A share that should be near another one. */
    static Finding near(String promise, String setting, double share, double goal, double tolerance) {
        return new Finding(
                promise,
                setting,
                percent(share),
                percent(goal).replace(" %", "") + " ± " + percent(tolerance),
                Math.abs(share - goal) <= tolerance);
    }

    static Finding atMost(String promise, String setting, double share, double limit) {
        return new Finding(promise, setting, percent(share), "≤ " + percent(limit), share <= limit);
    }

    static Finding atLeast(String promise, String setting, double share, double limit) {
        return new Finding(promise, setting, percent(share), "≥ " + percent(limit), share >= limit);
    }

    static Finding remark(String promise, String setting, String measured) {
        return new Finding(promise, setting, measured, "–", true);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100).replace(".0 %", " %");
    }

    /** How often something holds. */
    static double share(int trials, IntPredicate holds) {
        int count = 0;
        for (int i = 0; i < trials; i++) {
            count += holds.test(i) ? 1 : 0;
        }
        return (double) count / trials;
    }

    /** All simulations, in the order of the document. Minutes of one core. */
    public static List<List<Finding>> all(long seed, double effort) {
        return List.of(
                new Coverage(seed, effort).findings(),
                new Tests(seed, effort).findings(),
                new EarlyStop(seed, effort).findings(),
                new Gates(seed, effort).findings());
    }
}
