package dev.assay.scoring.translation;

import java.util.OptionalDouble;

/**
 * How BLEU is computed.
 *
 * @param lowercase whether case is ignored
 * @param tokenizer how segments are cut into words
 * @param smoothing what is done about orders without a match
 * @param smoothingValue the number that the smoothing takes; empty: its usual one
 * @param maximumOrder the longest n-grams, at least 1
 * @param effectiveOrder whether orders for which the hypothesis is too short are left out; meant for single segments
 */
public record BleuSettings(
        boolean lowercase,
        BleuTokenizer tokenizer,
        Smoothing smoothing,
        OptionalDouble smoothingValue,
        int maximumOrder,
        boolean effectiveOrder) {

    /** sacreBLEU's defaults for a corpus. */
    public static final BleuSettings STANDARD =
            new BleuSettings(false, BleuTokenizer.MTEVAL_13A, Smoothing.EXPONENTIAL, OptionalDouble.empty(), 4, false);

    public BleuSettings {
        if (maximumOrder < 1) {
            throw new IllegalArgumentException("BLEU needs n-grams of order 1 at least, not " + maximumOrder);
        }
    }

    /** The same for single segments. */
    public BleuSettings withEffectiveOrder() {
        return new BleuSettings(lowercase, tokenizer, smoothing, smoothingValue, maximumOrder, true);
    }

    Signature signature(References references) {
        String smooth = smoothing.written();
        if (smoothing.usual().isPresent()) {
            double value = smoothingValue.orElse(smoothing.usual().getAsDouble());
            smooth += "[" + Decimals.of(value, 2) + "]";
        }
        return Signature.of(
                references,
                new Signature.Field("case", "c", lowercase ? "lc" : "mixed"),
                new Signature.Field("eff", "e", Signature.yes(effectiveOrder)),
                new Signature.Field("tok", "tok", tokenizer.written()),
                new Signature.Field("smooth", "s", smooth));
    }
}
