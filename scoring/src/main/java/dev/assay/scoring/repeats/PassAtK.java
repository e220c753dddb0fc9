package dev.assay.scoring.repeats;

/**
 * Estimates, from n answers of which c are right, for k answers drawn without replacement. Range 0 to 1, higher is better,
 * unbiased for k up to n. Stateless.
 */
public final class PassAtK {

    private PassAtK() {}

    /**
     * The probability that at least one of k is right: 1 - C(n-c, k) / C(n, k), as a product that does not overflow.
     *
     * <p>Source: Chen et al. 2021; openai/human-eval, {@code estimate_pass_at_k}. As there, 1 if fewer than k answers are
     * wrong, also if there are fewer than k answers at all: ask for n of at least k.
     *
     * @throws IllegalArgumentException unless 0 ≤ right ≤ answers and k ≥ 0
     */
    public static double any(int answers, int right, int k) {
        check(answers, right, k);
        if (answers - right < k) {
            return 1;
        }
        double none = 1;
        for (int i = answers - right + 1; i <= answers; i++) {
            none *= 1 - (double) k / i;
        }
        return 1 - none;
    }

    /**
     * The probability that all of k are right, "pass^k": C(c, k) / C(n, k).
     *
     * <p>Source: Yao et al. 2024 (τ-bench).
     *
     * @throws IllegalArgumentException unless 0 ≤ right ≤ answers and 0 ≤ k ≤ answers
     */
    public static double all(int answers, int right, int k) {
        check(answers, right, k);
        if (k > answers) {
            throw new IllegalArgumentException("%d answers are too few for k = %d".formatted(answers, k));
        }
        double all = 1;
        for (int i = 0; i < k; i++) {
            all *= Math.max(0, (double) (right - i) / (answers - i));
        }
        return all;
    }

    private static void check(int answers, int right, int k) {
        if (right < 0 || right > answers || k < 0) {
            throw new IllegalArgumentException(
                    "%d right of %d answers, k = %d make no sense".formatted(right, answers, k));
        }
    }
}
