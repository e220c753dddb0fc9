/**
 * Where time, randomness and ids come from. Decisions get them passed in; only wiring asks these beans.
 */
@NullMarked
package dev.assay.messaging.runtime;

import org.jspecify.annotations.NullMarked;
