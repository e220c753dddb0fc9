package dev.assay.scoring.board;

import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.arena.StyleControl;
import dev.assay.scoring.arena.StyledBattle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ratings without what style wins. Given only if the votes of which the style is known bound the ratings of all rated
 * models by themselves: the penalty of the fit would give numbers anyway, but these would speak of the penalty.
 *
 * @param byModel empty if there are none
 * @param style null if of no vote the style is known
 */
record StyledRatings(Map<String, Double> byModel, Board.@Nullable Style style) {

    static StyledRatings of(List<String> rated, List<Vote> votes, RatingScale scale) {
        List<StyledBattle> styled = new ArrayList<>();
        Tally tally = new Tally(rated);
        for (Vote vote : votes) {
            AnswerStyle a = vote.styleA();
            AnswerStyle b = vote.styleB();
            if (a != null && b != null) {
                styled.add(new StyledBattle(vote.battle(), a.counts(), b.counts()));
                tally.add(vote);
            }
        }
        if (styled.isEmpty()) {
            return new StyledRatings(Map.of(), null);
        }
        boolean boundsAll = tally.models().stream()
                        .allMatch(model -> tally.models().stream().anyMatch(other -> tally.met(model, other) > 0))
                && BradleyTerry.fit(tally.battles(rated), RatingScale.ELO) instanceof BradleyTerry.Fit.Rated;
        if (!boundsAll) {
            return new StyledRatings(
                    Map.of(),
                    new Board.Style(
                            styled.size(),
                            List.of(),
                            "the votes of which the style is known do not bound the ratings of all rated models"));
        }
        StyleControl.Controlled controlled = new StyleControl(scale, StyleControl.ARENA.regularization()).fit(styled);
        List<Board.Coefficient> coefficients = IntStream.range(0, AnswerStyle.NAMES.size())
                .mapToObj(i -> new Board.Coefficient(
                        Objects.requireNonNull(AnswerStyle.NAMES.get(i)),
                        controlled.coefficients().get(i)))
                .toList();
        return new StyledRatings(controlled.ratings().byModel(), new Board.Style(styled.size(), coefficients, null));
    }
}
