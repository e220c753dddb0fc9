/**
 * The public API as the commands see it. Answers are trees of JSON: fields that are added later do no harm. What the
 * server refuses becomes a Refusal with its problems, and a server that does not answer an Unreachable.
 */
@NullMarked
package dev.assay.cli.api;

import org.jspecify.annotations.NullMarked;
