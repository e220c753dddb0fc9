package dev.assay.cost.estimate;

import java.util.Locale;

/**
 * Counts characters.
 *
 * @param charactersPerToken more than 0
 * @param calls how many past calls it was measured on; 0: it is a rule of thumb
 */
record RatioCounter(double charactersPerToken, long calls) implements TokenCounter {

    /** English text, most tokenizers. */
    static final RatioCounter RULE_OF_THUMB = new RatioCounter(4, 0);

    RatioCounter {
        if (!(charactersPerToken > 0) || Double.isInfinite(charactersPerToken)) {
            throw new IllegalArgumentException("characters per token must be positive: " + charactersPerToken);
        }
    }

    @Override
    public double tokens(String prompt) {
        return prompt.length() / charactersPerToken;
    }

    @Override
    public double error() {
        return calls > 0 ? 0.10 : 0.30;
    }

    @Override
    public String basis() {
        return calls > 0
                ? String.format(Locale.ROOT, "%.2f characters per token in %d past calls", charactersPerToken, calls)
                : "4 characters per token";
    }
}
