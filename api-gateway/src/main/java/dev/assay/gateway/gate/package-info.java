/**
 * May this model be released? Holds a policy against a run that has ended, and a baseline run if the policy measures drops.
 *
 * <p>The decision is {@code scoring}'s, package {@code gate}: the same function whose errors are simulated. What is added
 * here is where scores come from, and what could be there where they are missing: a run with gaps passes only if no
 * score that is missing could have changed that.
 */
@NullMarked
package dev.assay.gateway.gate;

import org.jspecify.annotations.NullMarked;
