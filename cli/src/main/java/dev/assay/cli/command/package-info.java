/**
 * One class for each command: it reads options, asks the API, and prints. Results go to standard output, progress and
 * complaints to standard error, so that output can be piped. What the commands share is in the other packages.
 */
@NullMarked
package dev.assay.cli.command;

import org.jspecify.annotations.NullMarked;
