package dev.assay.scoring.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the votes of an arena say. Null is what cannot be said.
 *
 * @param settings with which it was made
 * @param votes how many there are, and of which kind
 * @param place whether an answer's place decided
 * @param models the rated ones first, the best first; then those without a rating, by name
 * @param undefined why models have no rating, and which battles would give them one; empty if all have
 * @param undefinedRounds rounds of the bootstrap whose votes bound no ratings; if they are many, intervals are too narrow
 * @param style what style is worth; null without votes of which it is known
 * @param pairs of models that met, each in both directions, in the order of {@code models}
 * @param agreement of each judge with people, by the judge's name
 */
public record Board(
        BoardSettings settings,
        Votes votes,
        Place place,
        List<Model> models,
        List<Undefined> undefined,
        int undefinedRounds,
        @Nullable Style style,
        List<Pair> pairs,
        List<Agreement> agreement) {

    public Board {
        models = List.copyOf(models);
        undefined = List.copyOf(undefined);
        pairs = List.copyOf(pairs);
        agreement = List.copyOf(agreement);
    }

    /**
     * Numbers of votes.
     *
     * @param ties also those that say that both are bad
     */
    public record Votes(int all, int ties, int bothBad, int people, int judges, int unknown) {}

    /**
     * Decided votes by place. The share of the first place is 0.5 up to chance if places do not matter, since who stands
     * where is drawn.
     */
    public record Place(
            int firstWon,
            int secondWon,
            @Nullable Double firstShare,
            @Nullable Double low,
            @Nullable Double high) {}

    /**
     * A model.
     *
     * @param battles votes on its answers
     * @param shownFirst those in which its answer stood first
     * @param winRate share of its votes that it won, ties counting half
     * @param rating Bradley and Terry's; with its interval, and the ranks that the intervals leave open
     * @param elo after all votes in their order
     * @param styled rating without what style wins; with its interval, unless there are too many votes
     */
    public record Model(
            String model,
            int battles,
            int wins,
            int losses,
            int ties,
            int shownFirst,
            @Nullable Double winRate,
            @Nullable Double rating,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Integer rankLow,
            @Nullable Integer rankHigh,
            @Nullable Double elo,
            @Nullable Double styled,
            @Nullable Double styledLow,
            @Nullable Double styledHigh) {}

    /** Why there is no distance between some models and the others. */
    public enum Reason {
        NEVER_MET,
        ONLY_WON,
        ONLY_LOST,
        /** They always win against some and always lose against the rest. */
        ONE_WAY
    }

    /**
     * Models that are not rated.
     *
     * @param models which can only be rated against each other
     * @param against the rated models, or all others if none is
     * @param missing which battles would help, in a sentence
     */
    public record Undefined(List<String> models, List<String> against, Reason reason, String missing) {}

    /**
     * What style is worth.
     *
     * @param votes of which it is known
     * @param coefficients of each count
     * @param reason why no rating without it can be given; null if it can
     */
    public record Style(
            int votes,
            List<Coefficient> coefficients,
            @Nullable String reason) {}

    /** @param logOdds of winning, for a standard deviation more of it than the other answer has */
    public record Coefficient(String name, double logOdds) {}

    /** @param share of the battles that the model won, ties counting half */
    public record Pair(String model, String against, int battles, int wins, int losses, int ties, double share) {}

    /**
     * How far a judge agrees with people on questions and models of which both have voted.
     *
     * @param compared pairs of a judge's and a person's vote
     * @param agreeing those that say the same; a tie is an answer of its own
     * @param decided pairs in which neither is a tie
     * @param decidedAgreeing those of them that say the same
     * @param kappa Cohen's, over the compared pairs; null where it is undefined
     */
    public record Agreement(
            String judge,
            int compared,
            int agreeing,
            int decided,
            int decidedAgreeing,
            @Nullable Double kappa) {}
}
