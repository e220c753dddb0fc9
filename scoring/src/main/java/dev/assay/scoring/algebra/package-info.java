/**
 * Exact arithmetic with formulas, enough to say whether two short answers mean the same.
 *
 * <p>{@link dev.assay.scoring.algebra.LatexParser} reads LaTeX as sympy's parser does, into an
 * {@link dev.assay.scoring.algebra.Expression}: a fraction of polynomials with rational coefficients whose variables are
 * symbols, roots and functions that are not looked into. Two expressions are the same if their difference is zero by the
 * rules of fractions, powers and roots. This is no computer algebra system: identities of functions are not known.
 */
@NullMarked
package dev.assay.scoring.algebra;

import org.jspecify.annotations.NullMarked;
