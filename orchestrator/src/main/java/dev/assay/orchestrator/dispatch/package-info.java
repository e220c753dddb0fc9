/**
 * Which tasks may go now: fair turns between groups, bounded windows and paced rates per pool.
 *  The Dispenser is pure: time comes in, decisions go out. The shared quota dispenser will take its place.
 */
@NullMarked
package dev.assay.orchestrator.dispatch;

import org.jspecify.annotations.NullMarked;
