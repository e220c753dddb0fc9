/**
 * Scores files of answers without a server.
 *
 * <p>A {@link dev.assay.cli.offline.RowFile} is read row by row, as JSON lines or CSV; {@link dev.assay.cli.offline.Fields}
 * takes prediction and references out of a row, or says why it cannot; a {@link dev.assay.cli.offline.NamedMetric} scores
 * it; a {@link dev.assay.cli.offline.Tally} sums up. What is wrong with one row is told with its line and lowers coverage;
 * only what is wrong with the file or the options ends the command. The mathematics is in module scoring.
 */
@NullMarked
package dev.assay.cli.offline;

import org.jspecify.annotations.NullMarked;
