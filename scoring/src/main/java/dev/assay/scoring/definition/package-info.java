/**
 * How a filter or a metric is named in a task file: a name and parameters.
 *
 * <p>A {@link dev.assay.scoring.definition.Definition} is what was written, a
 * {@link dev.assay.scoring.definition.Parameter} what may be written, and
 * {@link dev.assay.scoring.definition.Arguments} the values after one was checked against the other. What does not fit
 * is a {@link dev.assay.scoring.definition.DefinitionException} that says where, what, and what was probably meant.
 */
@NullMarked
package dev.assay.scoring.definition;

import org.jspecify.annotations.NullMarked;
