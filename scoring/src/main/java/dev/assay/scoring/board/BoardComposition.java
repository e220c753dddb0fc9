package dev.assay.scoring.board;

import dev.assay.scoring.arena.Battle;
import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.Elo;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.arena.RatingBootstrap;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.arena.Ratings;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes the board of an arena: a pure function of the votes in their order and the settings. Only Elo depends on the
 * order. The bootstrap draws numbers of votes for each two models, so that its cost depends on the models and not on the
 * votes. Stateless.
 */
public final class BoardComposition {

    private BoardComposition() {}

    /**
     * The board of these votes.
     *
     * @param models that take part, whether there are votes on them or not
     * @throws IllegalArgumentException if the anchor is no model of them or of a vote
     */
    public static Board of(Collection<String> models, List<Vote> votes, BoardSettings settings) {
        Set<String> names = new HashSet<>(models);
        votes.forEach(vote -> {
            names.add(vote.modelA());
            names.add(vote.modelB());
        });
        String anchor = settings.anchor();
        if (anchor != null && !names.contains(anchor)) {
            throw new IllegalArgumentException("anchor: there is no model '" + anchor + "'");
        }
        Tally tally = new Tally(names);
        votes.forEach(tally::add);
        RatedModels grouped = RatedModels.of(tally, anchor);
        Rated rated = rated(tally, grouped, settings);
        List<Vote> among = votes.stream()
                .filter(vote -> grouped.rated().contains(vote.modelA())
                        && grouped.rated().contains(vote.modelB()))
                .toList();
        StyledRatings styled = StyledRatings.of(grouped.rated(), among, scale(settings), settings);
        Map<String, Double> elo = elo(among, settings);
        List<String> order = order(tally, rated);
        List<Board.Model> rows = order.stream()
                .map(model -> row(model, tally, rated, elo, styled))
                .toList();
        return new Board(
                settings,
                counts(votes),
                place(votes, settings.confidence()),
                rows,
                grouped.undefined(),
                rated.undefinedRounds(),
                styled.style(),
                pairs(order, tally),
                VoterAgreement.of(votes));
    }

    private static RatingScale scale(BoardSettings settings) {
        String anchor = settings.anchor();
        return anchor == null
                ? new RatingScale(10, 400, new RatingScale.Anchor.Mean(settings.anchorRating()))
                : RatingScale.ELO.anchoredAt(anchor, settings.anchorRating());
    }

    /** Ratings and intervals of the rated models; both empty if there is none. */
    private record Rated(Map<String, Double> ratings, Map<String, Interval> intervals, int undefinedRounds) {

        @Nullable
        Integer rankLow(String model) {
            Interval own = intervals.get(model);
            return own == null
                    ? null
                    : 1
                            + (int) intervals.values().stream()
                                    .filter(other -> other.low() > own.high())
                                    .count();
        }

        @Nullable
        Integer rankHigh(String model) {
            Interval own = intervals.get(model);
            return own == null
                    ? null
                    : intervals.size()
                            - (int) intervals.values().stream()
                                    .filter(other -> other.high() < own.low())
                                    .count();
        }
    }

    private static Rated rated(Tally tally, RatedModels grouped, BoardSettings settings) {
        if (grouped.rated().isEmpty()) {
            return new Rated(Map.of(), Map.of(), 0);
        }
        List<Battle> battles = tally.battles(grouped.rated());
        return switch (BradleyTerry.fit(battles, scale(settings))) {
            case BradleyTerry.Fit.Rated fit -> {
                RatingBootstrap bootstrap = RatingBootstrap.bradleyTerry(
                        battles, scale(settings), settings.rounds(), new SplittableRandom(settings.seed()));
                yield new Rated(
                        fit.ratings().byModel(), bootstrap.intervals(settings.confidence()), bootstrap.undefined());
            }
            case BradleyTerry.Fit.Undefined none ->
                throw new IllegalStateException("a group of models that can be rated has no ratings");
        };
    }

    private static Map<String, Double> elo(List<Vote> votes, BoardSettings settings) {
        if (votes.isEmpty()) {
            return Map.of();
        }
        Ratings ratings = new Elo(Elo.ARENA.k(), Elo.ARENA.base(), Elo.ARENA.scale(), settings.anchorRating())
                .rate(votes.stream().map(Vote::battle).toList());
        String anchor = settings.anchor();
        double shift = anchor == null
                ? 0
                : settings.anchorRating() - ratings.of(anchor).orElse(0.0);
        Map<String, Double> shifted = new HashMap<>();
        ratings.byModel().forEach((model, rating) -> shifted.put(model, rating + shift));
        return shifted;
    }

    private static List<String> order(Tally tally, Rated rated) {
        List<String> order = new ArrayList<>(new Ratings(rated.ratings()).order());
        tally.models().stream()
                .filter(model -> !rated.ratings().containsKey(model))
                .forEach(order::add);
        return order;
    }

    private static Board.Model row(
            String model, Tally tally, Rated rated, Map<String, Double> elo, StyledRatings styled) {
        int wins = tally.count(model, Outcome.A_WINS);
        int losses = tally.count(model, Outcome.B_WINS);
        int ties = tally.count(model, Outcome.TIE);
        int battles = wins + losses + ties;
        Interval interval = rated.intervals().get(model);
        Interval styledInterval = styled.intervals().get(model);
        return new Board.Model(
                model,
                battles,
                wins,
                losses,
                ties,
                tally.shownFirst(model),
                battles == 0 ? null : (wins + ties / 2.0) / battles,
                rated.ratings().get(model),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                rated.rankLow(model),
                rated.rankHigh(model),
                elo.get(model),
                styled.byModel().get(model),
                styledInterval == null ? null : styledInterval.low(),
                styledInterval == null ? null : styledInterval.high());
    }

    private static Board.Votes counts(List<Vote> votes) {
        int[] winners = new int[Winner.values().length];
        int[] voters = new int[Voter.values().length];
        for (Vote vote : votes) {
            winners[vote.winner().ordinal()]++;
            voters[vote.voter().ordinal()]++;
        }
        return new Board.Votes(
                votes.size(),
                winners[Winner.TIE.ordinal()] + winners[Winner.BOTH_BAD.ordinal()],
                winners[Winner.BOTH_BAD.ordinal()],
                voters[Voter.PERSON.ordinal()],
                voters[Voter.JUDGE.ordinal()],
                voters[Voter.UNKNOWN.ordinal()]);
    }

    private static Board.Place place(List<Vote> votes, double confidence) {
        int first = (int) votes.stream().filter(v -> v.winner() == Winner.A).count();
        int second = (int) votes.stream().filter(v -> v.winner() == Winner.B).count();
        if (first + second == 0) {
            return new Board.Place(0, 0, null, null, null);
        }
        Interval interval = Interval.wilson(first, first + second, confidence);
        return new Board.Place(first, second, (double) first / (first + second), interval.low(), interval.high());
    }

    private static List<Board.Pair> pairs(List<String> order, Tally tally) {
        List<Board.Pair> pairs = new ArrayList<>();
        for (String model : order) {
            for (String against : order) {
                int battles = tally.met(model, against);
                if (battles > 0) {
                    int wins = tally.count(model, against, Outcome.A_WINS);
                    int losses = tally.count(model, against, Outcome.B_WINS);
                    int ties = tally.count(model, against, Outcome.TIE);
                    pairs.add(
                            new Board.Pair(model, against, battles, wins, losses, ties, (wins + ties / 2.0) / battles));
                }
            }
        }
        return pairs;
    }
}
