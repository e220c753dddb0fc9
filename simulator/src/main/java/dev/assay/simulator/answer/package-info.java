/**
 * What a simulated model says, as pure functions: whether it is right, the words, and how many tokens they are.
 *
 * <p>Everything follows from a {@link dev.assay.simulator.answer.Draw}, a hash of model, prompt, seed and repeat. So the
 * same question always gets the same answer, in every process and after every restart, and the share of right answers is
 * known beforehand.
 */
@NullMarked
package dev.assay.simulator.answer;

import org.jspecify.annotations.NullMarked;
