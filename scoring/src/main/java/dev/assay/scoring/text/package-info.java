/**
 * Text and numbers as the field's reference implementations see them.
 *
 * <p>Those are Python programs, so white space, word characters, lower-casing and splitting mean here what they mean
 * there, code point by code point. Nothing here depends on the platform's locale.
 */
@NullMarked
package dev.assay.scoring.text;

import org.jspecify.annotations.NullMarked;
