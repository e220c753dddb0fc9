/**
 * Run specs and the data files that they name. The server opens no files, so the data is uploaded, and in the text of
 * the spec its hash takes the place of the file's name. Only these characters change: whatever the server says about
 * the spec is still true of the file that its author sees, line by line and, by mapping back, column by column.
 */
@NullMarked
package dev.assay.cli.spec;

import org.jspecify.annotations.NullMarked;
