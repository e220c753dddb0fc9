/**
 * Finds, starts and stops the server on this machine. The server writes its address file when it is ready and deletes
 * it when it stops; a file that a killed server left behind is told from a living one by its process. All other
 * commands know only the address that is found here, and the key.
 */
@NullMarked
package dev.assay.cli.server;

import org.jspecify.annotations.NullMarked;
