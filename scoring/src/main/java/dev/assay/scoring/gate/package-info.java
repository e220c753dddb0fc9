/**
 * May this model be released?
 *
 * <p>A {@link dev.assay.scoring.gate.GatePolicy} is a list of rules on metrics; {@link dev.assay.scoring.gate.Gate} holds
 * them against per-item scores and says PASS, BREACH or INSUFFICIENT of each, and GO, NO_GO or INCONCLUSIVE over all.
 * Both errors are bounded: letting through what is worse than tolerated, and blocking what is not worse at all.
 */
@NullMarked
package dev.assay.scoring.gate;

import org.jspecify.annotations.NullMarked;
