package dev.assay.scoring.translation;

/**
 * A TER score with what it was made of.
 *
 * @param score in percent
 * @param edits fewest edits to a reference, over all segments
 * @param referenceLength in words, of a segment's references on average, over all segments
 */
public record TerScore(double score, long edits, double referenceLength) {

    /** In sacreBLEU's form, such as {@code TER = 27.50}. */
    public String text() {
        return "TER = " + Decimals.of(score, 2);
    }

    /** The same with what resampling says of it. */
    public String text(Confidence confidence) {
        return "TER = " + confidence.after(Decimals.of(score, 2));
    }
}
