/**
 * The run spec and the platform file, as people write them: YAML or JSON.
 *  Reading has four steps: text to tree ({@link dev.assay.contracts.spec.document}), tree against its shape, sense across
 *  fields, conversion to records. The first that finds problems reports all of them, each with path, line and remedy;
 *  sense is checked even where the shape is wrong elsewhere. The JSON Schemas of both files come from the same shapes.
 *  Nothing here knows which models or built-in benchmarks exist: that is checked against the registry, and
 *  {@link dev.assay.contracts.spec.SpecDocument} gives such later findings their line.
 */
@NullMarked
package dev.assay.contracts.spec;

import org.jspecify.annotations.NullMarked;
