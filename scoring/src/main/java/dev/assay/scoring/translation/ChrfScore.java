package dev.assay.scoring.translation;

/**
 * A chrF score.
 *
 * @param name such as chrF2 or chrF2++
 * @param score in percent
 */
public record ChrfScore(String name, double score) {

    /** In sacreBLEU's form, such as {@code chrF2++ = 65.43}. */
    public String text() {
        return name + " = " + Decimals.of(score, 2);
    }

    /** The same with what resampling says of it. */
    public String text(Confidence confidence) {
        return name + " = " + confidence.after(Decimals.of(score, 2));
    }
}
