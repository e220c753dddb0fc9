package dev.assay.scoring.arena;

/**
 * A vote with what can be counted of the answers' style, such as tokens, headings, list items and bold words.
 *
 * @param battle the vote
 * @param styleOfA counts of the first answer, not negative; not to be changed
 * @param styleOfB counts of the second, as many
 */
public record StyledBattle(Battle battle, double[] styleOfA, double[] styleOfB) {

    public StyledBattle {
        if (styleOfA.length != styleOfB.length) {
            throw new IllegalArgumentException("both answers need the same counts");
        }
        for (int i = 0; i < styleOfA.length; i++) {
            if (!(styleOfA[i] >= 0) || !(styleOfB[i] >= 0) || !Double.isFinite(styleOfA[i] + styleOfB[i])) {
                throw new IllegalArgumentException("counts of style are finite and not negative");
            }
        }
    }
}
