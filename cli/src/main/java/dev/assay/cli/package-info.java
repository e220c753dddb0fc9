/**
 * The command line: a thin client of the public API. It knows the API's JSON and nothing of the services; only starting
 * and stopping a server on this machine needs more, and that is in the package server. Package offline works on files alone,
 * with the functions of module scoring. The launcher script starts
 * {@link dev.assay.cli.Main} and tells it by environment variables where everything is.
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
