package dev.assay.benchmarks.dataset;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a dataset, where, and what to do about it.
 *
 * @param line 1-based line of the file, or null if the whole file is meant
 * @param column 1-based column in UTF-16 units, if known
 * @param field the field in question, if one is
 * @param message what is wrong, a clause without a full stop at its end; never quotes more than a few characters of data
 * @param remedy what to do, a clause
 */
public record DatasetProblem(
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable String field,
        String message,
        String remedy) {

    public DatasetProblem {
        if (message.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("a problem has a message and a remedy");
        }
        if ((line != null && line < 1) || (column != null && (line == null || column < 1))) {
            throw new IllegalArgumentException("lines and columns count from 1");
        }
    }

    static DatasetProblem ofWhole(String message, String remedy) {
        return new DatasetProblem(null, null, null, message, remedy);
    }

    static DatasetProblem at(int line, String message, String remedy) {
        return new DatasetProblem(line, null, null, message, remedy);
    }

    static DatasetProblem at(int line, int column, String message, String remedy) {
        return new DatasetProblem(line, column, null, message, remedy);
    }

    static DatasetProblem inField(int line, String field, String message, String remedy) {
        return new DatasetProblem(line, null, field, message, remedy);
    }

    /** The place for people: {@code "line 7, column 3: "}, or nothing for the whole file. */
    public String place() {
        if (line == null) {
            return "";
        }
        return column == null ? "line " + line + ": " : "line " + line + ", column " + column + ": ";
    }

    /** Place, message and remedy in one line. */
    public String text() {
        return place() + message + "; " + remedy;
    }
}
