/**
 * Suggestions for a mistyped name.
 *
 * <p>Every message about an unknown key, field, model, benchmark or filter ends with the names that were probably meant.
 * It stands alone: whoever reads specs, data or templates uses it, and it knows none of them.
 */
@NullMarked
package dev.assay.contracts.naming;

import org.jspecify.annotations.NullMarked;
