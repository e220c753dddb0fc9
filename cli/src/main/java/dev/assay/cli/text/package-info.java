/**
 * Words and figures on the terminal: aligned tables, amounts, shares and durations as people read them, colour where
 * there is a terminal, one line that is rewritten while something goes on. Nothing here knows the server.
 */
@NullMarked
package dev.assay.cli.text;

import org.jspecify.annotations.NullMarked;
