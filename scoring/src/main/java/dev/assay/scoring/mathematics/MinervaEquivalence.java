package dev.assay.scoring.mathematics;

import dev.assay.scoring.algebra.LatexParser;
import dev.assay.scoring.algebra.NotUnderstoodException;

/**
 * Whether two LaTeX answers mean the same, after {@link MinervaNormalization}.
 *
 * <p>Source: Lewkowycz et al. 2022; lm-evaluation-harness, {@code tasks/minerva_math}, {@code is_equiv}, which asks sympy
 * whether the difference of both simplifies to zero. Here the difference is computed exactly ({@link LatexParser}):
 * decimals are exact, 0.333 is not 1/3; fractions, polynomials, powers, roots of numbers, factorials, binomials and
 * logarithms of numbers are decided as sympy does.
 *
 * <p>Limits: identities of functions (sin² + cos² = 1), of roots of formulas, and of exponents that are symbols are not
 * known; such answers count as different where sympy may find them the same. Like sympy's, the answer is no for what
 * cannot be read as a formula, also for two equal texts such as the interval [1,2). Thread-safe.
 */
public final class MinervaEquivalence {

    private final MinervaNormalization normalization = new MinervaNormalization();

    /** Whether two answers are the same after normalisation. */
    public boolean isSame(String one, String other) {
        return isSameNormalized(normalization.normalize(one), normalization.normalize(other));
    }

    /** Whether two normalised answers are the same. */
    public static boolean isSameNormalized(String one, String other) {
        try {
            return LatexParser.parse(one).isSame(LatexParser.parse(other));
        } catch (NotUnderstoodException notUnderstood) {
            return false;
        }
    }
}
