/**
 * What a run consists of, without storing it: the seeded order of items as a pure function, and
 *  the rendering of one item into the prompt and references of a sample.
 */
@NullMarked
package dev.assay.orchestrator.plan;

import org.jspecify.annotations.NullMarked;
