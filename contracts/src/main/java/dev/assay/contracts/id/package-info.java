/**
 * Identifiers as types: a run, a task, an attempt, a call, a group and so on are never bare strings.
 *  Each is a record that refuses a malformed value and is written to JSON as its text.
 *  New ids come from an {@link dev.assay.contracts.id.IdSource}, which is passed in, so that tests can fix them.
 */
@NullMarked
package dev.assay.contracts.id;

import org.jspecify.annotations.NullMarked;
