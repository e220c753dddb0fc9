package dev.assay.scoring.judge;

import dev.assay.scoring.arena.Battle;
import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.Comparison;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.arena.VerdictModel;
import dev.assay.scoring.judge.Verdict.Preference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ranking by a judge, with its known biases taken out step by step, so that what each step changes can be seen.
 *
 * @param asJudged Bradley-Terry ratings by the verdicts of one order
 * @param swapped by the votes that both orders resolve to
 * @param corrected by all verdicts, as they would be if answers were equally long and places made no difference; empty if
 *     the verdicts bound no ratings
 * @param leftOut pairs without a vote, since a verdict could not be read
 */
public record CorrectedRanking(
        BradleyTerry.Fit asJudged, BradleyTerry.Fit swapped, Optional<VerdictModel> corrected, int leftOut) {

    /**
     * A judged pair with what is known of its answers.
     *
     * @param bothOrders whether both orders were asked; else the second verdict repeats the first one and is not counted
     */
    public record Judged(SwappedPair pair, Answer first, Answer second, boolean bothOrders) {

        /** What each verdict says that can be read, and what may have decided it. */
        Stream<Comparison> comparisons() {
            return Stream.concat(
                    comparison(pair.asGiven(), 1).stream(),
                    bothOrders ? comparison(pair.swapped(), -1).stream() : Stream.empty());
        }

        private Optional<Comparison> comparison(Verdict verdict, int place) {
            if (!(verdict instanceof Preference preference)) {
                return Optional.empty();
            }
            return Optional.of(new Comparison(
                    pair.question(),
                    new Battle(
                            pair.first(),
                            pair.second(),
                            place > 0
                                    ? preference.outcome()
                                    : preference.outcome().swapped()),
                    bothOrders ? place : 0,
                    scoreLead(),
                    lengthLead()));
        }

        private @Nullable Double scoreLead() {
            Double a = first.score();
            Double b = second.score();
            return a == null || b == null ? null : a - b;
        }

        private double lengthLead() {
            double both = first.length() + second.length();
            return both == 0 ? 0 : (first.length() - second.length()) / both;
        }
    }

    /**
     * What is known of an answer besides its text.
     *
     * @param length in any unit, not negative
     * @param score by a measure of its own, such as a metric against the reference; null if it has none
     */
    public record Answer(double length, @Nullable Double score) {}

    /** Ranks the models. */
    public static CorrectedRanking of(List<Judged> judged, RatingScale scale) {
        List<Battle> first = judged.stream()
                .flatMap(one -> one.pair().unswappedVote().stream())
                .toList();
        List<Battle> votes =
                judged.stream().flatMap(one -> one.pair().vote().stream()).toList();
        return new CorrectedRanking(
                BradleyTerry.fit(first, scale),
                BradleyTerry.fit(votes, scale),
                VerdictModel.of(comparisons(judged), scale),
                judged.size() - votes.size());
    }

    /** All verdicts that can be read, with what may have decided them. */
    public static List<Comparison> comparisons(List<Judged> judged) {
        return judged.stream().flatMap(Judged::comparisons).toList();
    }
}
