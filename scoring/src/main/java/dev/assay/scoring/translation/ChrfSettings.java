package dev.assay.scoring.translation;

/**
 * How chrF is computed.
 *
 * @param characterOrder the longest character n-grams
 * @param wordOrder the longest word n-grams: 0 for chrF, 2 for chrF++
 * @param beta how many times more recall weighs than precision, above 0
 * @param lowercase whether case is ignored
 * @param whitespace whether white space counts among the characters
 * @param epsilonSmoothing whether every order counts, those without n-grams with a tiny number, as in the first chrF++
 */
public record ChrfSettings(
        int characterOrder, int wordOrder, int beta, boolean lowercase, boolean whitespace, boolean epsilonSmoothing) {

    /** chrF2 with sacreBLEU's defaults. */
    public static final ChrfSettings STANDARD = new ChrfSettings(6, 0, 2, false, false, false);

    public ChrfSettings {
        if (characterOrder < 0 || wordOrder < 0 || characterOrder + wordOrder == 0) {
            throw new IllegalArgumentException("chrF needs n-grams of order 1 at least");
        }
        if (beta < 0) {
            throw new IllegalArgumentException("chrF's beta is not below 0");
        }
    }

    int orders() {
        return characterOrder + wordOrder;
    }

    Signature signature(References references) {
        return Signature.of(
                references,
                new Signature.Field("case", "c", lowercase ? "lc" : "mixed"),
                new Signature.Field("eff", "e", Signature.yes(!epsilonSmoothing)),
                new Signature.Field("nc", "nc", Integer.toString(characterOrder)),
                new Signature.Field("nw", "nw", Integer.toString(wordOrder)),
                new Signature.Field("space", "s", Signature.yes(whitespace)));
    }
}
