package dev.assay.scoring.arena;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression of paired comparisons: log odds that A wins = strength(A) - strength(B) + features · coefficients,
 * with a penalty of half the ridge times the squares, by Newton's method with step halving.
 *
 * <p>The objective is convex; with no ridge on strengths their common level is free and stays at a mean of 0. Converges to
 * the rounding of the gradient, so that results do not depend on a tolerance.
 *
 * @param models how many strengths
 * @param features how many coefficients
 * @param strengthRidge penalty of strengths; 0 only if the votes bound them
 * @param coefficientRidge penalty of coefficients
 */
record PairedLogit(int models, int features, double strengthRidge, double coefficientRidge) {

    private static final int STEPS = 200;
    private static final int HALVINGS = 60;

    /**
     * Some equal comparisons.
     *
     * @param score the share won by A
     */
    record Row(int a, int b, double[] features, double score, double weight) {}

    /** Strengths, then coefficients, at the optimum. */
    double[] fit(List<Row> rows) {
        double[] at = new double[models + features];
        double loss = loss(rows, at);
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[at.length];
            double[][] curvature = derivatives(rows, at, gradient);
            double[] direction = Cholesky.solve(curvature, gradient);
            double expected = 0;
            for (int i = 0; i < at.length; i++) {
                expected += direction[i] * gradient[i];
            }
            double length = stepLength(rows, at, direction, loss, expected);
            if (length == 0 || expected <= 1e-14 * (1 + Math.abs(loss))) {
                // Rounding hides further progress of the loss: the full Newton step is the best that is left.
                return moved(at, direction, expected <= 1e-8 * (1 + Math.abs(loss)) ? 1 : 0);
            }
            at = moved(at, direction, length);
            loss = loss(rows, at);
        }
        return at;
    }

    /** How much of a direction lowers the loss by enough of what was expected; 0 if no part of it does. */
    private double stepLength(List<Row> rows, double[] at, double[] direction, double loss, double expected) {
        double length = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            if (loss(rows, moved(at, direction, length)) <= loss - 1e-4 * length * expected) {
                return length;
            }
            length /= 2;
        }
        return 0;
    }

    private static double[] moved(double[] at, double[] direction, double length) {
        double[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= length * direction[i];
        }
        return moved;
    }

    private double loss(List<Row> rows, double[] at) {
        double loss = 0;
        for (int i = 0; i < at.length; i++) {
            loss += ridge(i) / 2 * at[i] * at[i];
        }
        for (Row row : rows) {
            double odds = odds(row, at);
            // log(1 + e^-odds) without overflow, and the same for the share that was lost.
            double won = softplus(-odds);
            loss += row.weight() * (won + (1 - row.score()) * odds);
        }
        return loss;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    private double ridge(int parameter) {
        return parameter < models ? strengthRidge : coefficientRidge;
    }

    private double odds(Row row, double[] at) {
        double odds = at[row.a()] - at[row.b()];
        for (int f = 0; f < features; f++) {
            odds += row.features()[f] * at[models + f];
        }
        return odds;
    }

    private double[][] derivatives(List<Row> rows, double[] at, double[] gradient) {
        double[][] curvature = new double[at.length][at.length];
        for (int i = 0; i < at.length; i++) {
            gradient[i] = ridge(i) * at[i];
            curvature[i][i] = ridge(i);
        }
        int[] places = new int[2 + features];
        double[] values = new double[2 + features];
        double mass = 0;
        for (Row row : rows) {
            places[0] = row.a();
            values[0] = 1;
            places[1] = row.b();
            values[1] = -1;
            for (int f = 0; f < features; f++) {
                places[2 + f] = models + f;
                values[2 + f] = row.features()[f];
            }
            double probability = 1 / (1 + StrictMath.exp(-odds(row, at)));
            double error = row.weight() * (probability - row.score());
            double spread = row.weight() * probability * (1 - probability);
            mass += spread;
            for (int i = 0; i < places.length; i++) {
                gradient[places[i]] += error * values[i];
                for (int j = 0; j < places.length; j++) {
                    curvature[places[i]][places[j]] += spread * values[i] * values[j];
                }
            }
        }
        if (strengthRidge == 0) {
            fixLevel(curvature, mass);
        }
        return curvature;
    }

    /** The gradient has no part along the common level, so curvature added there changes no step. */
    private void fixLevel(double[][] curvature, double mass) {
        for (int i = 0; i < models; i++) {
            double[] row = curvature[i];
            Arrays.setAll(row, j -> row[j] + (j < models ? mass / models : 0));
        }
    }
}
