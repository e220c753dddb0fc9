/**
 * Answers to mathematical questions: how they are found in a text, and when two are the same.
 *
 * <p>GSM8K and MGSM compare numbers as text. MATH is scored in two ways that differ on some answers and are two metrics:
 * {@link dev.assay.scoring.mathematics.HendrycksEquivalence} compares normalised text,
 * {@link dev.assay.scoring.mathematics.MinervaEquivalence} what the text means, by exact arithmetic.
 */
@NullMarked
package dev.assay.scoring.mathematics;

import org.jspecify.annotations.NullMarked;
