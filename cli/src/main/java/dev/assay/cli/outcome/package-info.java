/**
 * How a command ends. Every failure that a user can meet is a Failure with its exit status and with lines that say what
 * is wrong, where, and what to do; anything else that is thrown is a bug and is shown as one.
 */
@NullMarked
package dev.assay.cli.outcome;

import org.jspecify.annotations.NullMarked;
