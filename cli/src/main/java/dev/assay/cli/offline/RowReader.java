package dev.assay.cli.offline;

import java.io.IOException;
import java.util.Optional;

/** Reads rows one after the other. */
interface RowReader {

    /** The next row; empty at the end. */
    Optional<Row> next() throws IOException;
}
