/**
 * Is one better than the other?
 *
 * <p>Single tests come first ({@code TTests}, {@code RankTests}, {@code PermutationTests}, {@code McNemar},
 * {@code FourfoldTable}, {@code KolmogorovSmirnov}); each is a pure function with the values of its reference in scipy or
 * statsmodels. {@link dev.assay.scoring.comparison.PairedComparison} is what the product shows of two models on the same
 * items; {@link dev.assay.scoring.comparison.MultipleTesting} corrects for having looked at several.
 */
@NullMarked
package dev.assay.scoring.comparison;

import org.jspecify.annotations.NullMarked;
