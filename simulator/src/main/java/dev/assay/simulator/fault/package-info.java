/**
 * What goes wrong with a call, decided by the model's error script as a pure function.
 *
 * <p>Whether a rule hits depends on what is asked and on the number of the attempt, never on chance or on the run: two
 * runs of the same questions meet the same errors, and a call that is repeated after a crash meets the one it met before.
 */
@NullMarked
package dev.assay.simulator.fault;

import org.jspecify.annotations.NullMarked;
