/**
 * The one command: chooses ports, starts broker and database, tells the services where they are, starts them all in
 * this JVM, and writes down where to find them. The folder given by --data holds everything; a second start goes on
 * where the first one stopped.
 */
@NullMarked
package dev.assay.standalone.start;

import org.jspecify.annotations.NullMarked;
