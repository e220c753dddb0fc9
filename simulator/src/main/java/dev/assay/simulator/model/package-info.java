/**
 * What a simulated model is: how able, how fast, how dear, how limited and how faulty.
 *
 * <p>A {@link dev.assay.simulator.model.ModelSpec} is a value that cannot be wrong; {@link
 * dev.assay.simulator.model.ModelReader} makes it of YAML or JSON and names the field that is bad. Nothing here does
 * input or output, and nothing knows the time.
 */
@NullMarked
package dev.assay.simulator.model;

import org.jspecify.annotations.NullMarked;
