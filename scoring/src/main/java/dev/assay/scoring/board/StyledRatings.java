package dev.assay.scoring.board;

import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.RatingBootstrap;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.arena.StyleControl;
import dev.assay.scoring.arena.StyledBattle;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ratings without what style wins. Given only if the votes of which the style is known bound the ratings of all rated
 * models by themselves: the penalty of the fit would give numbers anyway, but these would speak of the penalty.
 *
 * @param byModel empty if there are none
 * @param intervals of resampled votes; empty too if there are more votes than can be resampled while somebody waits
 * @param style null if of no vote the style is known
 */
record StyledRatings(Map<String, Double> byModel, Map<String, Interval> intervals, Board.@Nullable Style style) {

    /** Each round fits all votes, which takes a millisecond for some hundred of them. */
    private static final int MOST_ROUNDS = 100;

    private static final int MOST_RESAMPLED = 5_000;

    static StyledRatings of(List<String> rated, List<Vote> votes, RatingScale scale, BoardSettings settings) {
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
            return new StyledRatings(Map.of(), Map.of(), null);
        }
        boolean boundsAll = tally.models().stream()
                        .allMatch(model -> tally.models().stream().anyMatch(other -> tally.met(model, other) > 0))
                && BradleyTerry.fit(tally.battles(rated), RatingScale.ELO) instanceof BradleyTerry.Fit.Rated;
        if (!boundsAll) {
            return new StyledRatings(
                    Map.of(),
                    Map.of(),
                    new Board.Style(
                            styled.size(),
                            List.of(),
                            "the votes of which the style is known do not bound the ratings of all rated models"));
        }
        StyleControl control = new StyleControl(scale, StyleControl.ARENA.regularization());
        StyleControl.Controlled controlled = control.fit(styled);
        List<Board.Coefficient> coefficients = IntStream.range(0, AnswerStyle.NAMES.size())
                .mapToObj(i -> new Board.Coefficient(
                        Objects.requireNonNull(AnswerStyle.NAMES.get(i)),
                        controlled.coefficients().get(i)))
                .toList();
        return new StyledRatings(
                controlled.ratings().byModel(),
                intervals(styled, control, settings),
                new Board.Style(styled.size(), coefficients, null));
    }

    private static Map<String, Interval> intervals(
            List<StyledBattle> styled, StyleControl control, BoardSettings settings) {
        return styled.size() > MOST_RESAMPLED
                ? Map.of()
                : RatingBootstrap.styleControl(
                                styled,
                                control,
                                Math.min(settings.rounds(), MOST_ROUNDS),
                                new SplittableRandom(settings.seed()))
                        .intervals(settings.confidence());
    }
}
