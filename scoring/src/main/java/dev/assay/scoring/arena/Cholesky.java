package dev.assay.scoring.arena;

/** Solves symmetric positive definite systems. */
final class Cholesky {

    private Cholesky() {}

    /**
     * The solution of matrix · x = right.
     *
     * @param matrix is overwritten
     * @throws ArithmeticException if the matrix is not positive definite
     */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new ArithmeticException("the system has no unique solution");
                }
                matrix[i][j] = i == j ? StrictMath.sqrt(sum) : sum / matrix[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= matrix[i][k] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= matrix[k][i] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }
}
