package dev.assay.benchmarks.dataset;

import java.util.Locale;

/** How a dataset's items are written down. */
public enum DatasetFormat {
    /** One JSON object on each line. Blank lines are skipped. */
    JSONL,
    /** One JSON array of objects. */
    JSON,
    /** RFC 4180 with a header line; all values are text. */
    CSV;

    /**
     * The format that a file's extension says ({@code .jsonl}, {@code .ndjson}, {@code .json}, {@code .csv}; case
     * ignored).
     *
     * @throws InvalidDatasetException if the extension says no format that can be read
     */
    public static DatasetFormat ofFileName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "jsonl", "ndjson" -> JSONL;
            case "json" -> JSON;
            case "csv" -> CSV;
            default ->
                throw new InvalidDatasetException(DatasetProblem.ofWhole(
                        "the dataset file '" + name + "' has "
                                + (extension.isEmpty() ? "no extension" : "the extension ." + extension),
                        remedyFor(extension)));
        };
    }

    private static String remedyFor(String extension) {
        return switch (extension) {
            case "gz", "zip", "zst", "bz2", "xz" -> "unpack the file first and name the unpacked one";
            case "tsv" -> "save the table with commas, as .csv";
            case "xlsx", "xls", "ods" -> "export the sheet as CSV in UTF-8";
            case "parquet", "arrow" -> "convert the file to .jsonl";
            default -> "use a file that ends in .jsonl, .json or .csv";
        };
    }
}
