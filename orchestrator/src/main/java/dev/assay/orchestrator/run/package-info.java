/**
 * The state of runs in memory and what events do to it: a functional core without I/O.
 *  Orchestration applies commands and task events, and collects what has to be written and published.
 */
@NullMarked
package dev.assay.orchestrator.run;

import org.jspecify.annotations.NullMarked;
