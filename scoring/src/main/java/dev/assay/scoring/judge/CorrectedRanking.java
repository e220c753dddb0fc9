package dev.assay.scoring.judge;

import dev.assay.scoring.arena.Battle;
import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.arena.StyleControl;
import dev.assay.scoring.arena.StyledBattle;
import java.util.List;
import java.util.Optional;

/**
 * A ranking by a judge, with its known biases taken out step by step, so that what each step changes can be seen.
 *
 * @param asJudged Bradley-Terry ratings by the verdicts of one order
 * @param swapped by the votes that both orders resolve to
 * @param controlled by the same votes, without what style alone wins; empty if there is no vote
 * @param leftOut pairs without a vote, since a verdict could not be read
 */
public record CorrectedRanking(
        BradleyTerry.Fit asJudged,
        BradleyTerry.Fit swapped,
        Optional<StyleControl.Controlled> controlled,
        int leftOut) {

    /**
     * A pair with what can be counted of the answers' style, first of all their length.
     *
     * @param styleOfFirst counts of the first model's answer; not to be changed
     * @param styleOfSecond counts of the second's, as many
     */
    public record Styled(SwappedPair pair, double[] styleOfFirst, double[] styleOfSecond) {}

    /**
     * Ranks the models.
     *
     * @param regularization of the style control, above 0; 0.5 is usual
     */
    public static CorrectedRanking of(List<Styled> judged, RatingScale scale, double regularization) {
        List<Battle> first =
                judged.stream().flatMap(s -> s.pair().unswappedVote().stream()).toList();
        List<StyledBattle> votes = judged.stream()
                .flatMap(s -> s.pair().vote().stream()
                        .map(vote -> new StyledBattle(vote, s.styleOfFirst(), s.styleOfSecond())))
                .toList();
        return new CorrectedRanking(
                BradleyTerry.fit(first, scale),
                BradleyTerry.fit(votes.stream().map(StyledBattle::battle).toList(), scale),
                votes.isEmpty() ? Optional.empty() : Optional.of(new StyleControl(scale, regularization).fit(votes)),
                judged.size() - votes.size());
    }
}
