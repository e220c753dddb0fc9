package dev.assay.scoring.question;

import java.util.Arrays;

/**
 * The pairing of rows and columns with the greatest sum, each used at most once: the Hungarian algorithm with shortest
 * augmenting paths (Jonker and Volgenant 1987), O(n³).
 */
final class Assignment {

    private Assignment() {}

    /**
     * Pairs rows and columns.
     *
     * @param gains rectangular, finite
     * @return for each row its column, or -1
     */
    static int[] best(double[][] gains) {
        int rows = gains.length;
        int columns = rows == 0 ? 0 : gains[0].length;
        if (columns == 0) {
            int[] none = new int[rows];
            Arrays.fill(none, -1);
            return none;
        }
        if (rows > columns) {
            int[] byColumn = best(transposed(gains));
            int[] byRow = new int[rows];
            Arrays.fill(byRow, -1);
            for (int c = 0; c < columns; c++) {
                byRow[byColumn[c]] = c;
            }
            return byRow;
        }
        return solve(gains, rows, columns);
    }

    // Rows and columns are counted from 1; column 0 is where each search starts.
    private static int[] solve(double[][] gains, int rows, int columns) {
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            int[] way = new int[columns + 1];
            double[] least = new double[columns + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[columns + 1];
            int column = 0;
            do {
                used[column] = true;
                int next = 0;
                double step = Double.POSITIVE_INFINITY;
                for (int c = 1; c <= columns; c++) {
                    if (used[c]) {
                        continue;
                    }
                    double cost = -gains[rowOf[column] - 1][c - 1] - rowPotential[rowOf[column]] - columnPotential[c];
                    if (cost < least[c]) {
                        least[c] = cost;
                        way[c] = column;
                    }
                    if (least[c] < step) {
                        step = least[c];
                        next = c;
                    }
                }
                for (int c = 0; c <= columns; c++) {
                    if (used[c]) {
                        rowPotential[rowOf[c]] += step;
                        columnPotential[c] -= step;
                    } else {
                        least[c] -= step;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            while (column != 0) {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }
        int[] result = new int[rows];
        for (int c = 1; c <= columns; c++) {
            if (rowOf[c] != 0) {
                result[rowOf[c] - 1] = c - 1;
            }
        }
        return result;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] result = new double[matrix[0].length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < matrix[r].length; c++) {
                result[c][r] = matrix[r][c];
            }
        }
        return result;
    }
}
