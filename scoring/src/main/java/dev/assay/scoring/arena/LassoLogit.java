package dev.assay.scoring.arena;

import java.util.Arrays;

/**
 * Logistic regression without intercept that minimises Σ |w| + dataWeight · Σ cross-entropy, by coordinate descent: each
 * weight in turn takes the step that its curvature suggests, shrunk by the penalty, halved until the objective falls.
 * The objective is convex, so this is the optimum and not where some tolerance stopped.
 */
final class LassoLogit {

    private static final int CYCLES = 20_000;
    private static final int HALVINGS = 50;

    private final double[][] rows;
    private final double[] shares;
    private final double dataWeight;
    private final double[] weights;
    private double[] odds;

    /** @param shares of successes, each from 0 to 1 */
    LassoLogit(double[][] rows, double[] shares, double dataWeight) {
        this.rows = rows;
        this.shares = shares;
        this.dataWeight = dataWeight;
        this.weights = new double[rows[0].length];
        this.odds = new double[rows.length];
    }

    double[] fit() {
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            double largest = 0;
            for (int j = 0; j < weights.length; j++) {
                largest = Math.max(largest, step(j));
            }
            if (largest < 1e-12) {
                break;
            }
        }
        return weights.clone();
    }

    /** Moves one weight; how far it went. */
    private double step(int j) {
        double slope = 0;
        double curvature = 0;
        for (int i = 0; i < rows.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-odds[i]));
            slope += dataWeight * (p - shares[i]) * rows[i][j];
            curvature += dataWeight * p * (1 - p) * rows[i][j] * rows[i][j];
        }
        if (curvature == 0) {
            return 0;
        }
        double target = shrunk(weights[j] - slope / curvature, 1 / curvature);
        double before = objective(odds, weights[j]);
        double move = target - weights[j];
        for (int halving = 0; halving < HALVINGS && move != 0; halving++, move /= 2) {
            double[] tried = moved(j, move);
            if (objective(tried, weights[j] + move) <= before) {
                odds = tried;
                weights[j] += move;
                return Math.abs(move);
            }
        }
        return 0;
    }

    private double[] moved(int j, double move) {
        double[] moved = new double[odds.length];
        Arrays.setAll(moved, i -> odds[i] + move * rows[i][j]);
        return moved;
    }

    private static double shrunk(double weight, double by) {
        return Math.signum(weight) * Math.max(0, Math.abs(weight) - by);
    }

    /** As far as it depends on one weight. */
    private double objective(double[] at, double weight) {
        double loss = 0;
        for (int i = 0; i < at.length; i++) {
            loss += Math.max(at[i], 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(at[i]))) - shares[i] * at[i];
        }
        return dataWeight * loss + Math.abs(weight);
    }
}
