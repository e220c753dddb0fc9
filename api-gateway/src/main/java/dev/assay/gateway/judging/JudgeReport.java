package dev.assay.gateway.judging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one judge of a run found, and what its verdicts are worth. */
@Schema(name = "JudgeReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JudgeReport(
        @Schema(description = "Also the label of its grades among the metrics.")
        String name,

        ModelId model,

        @Schema(enumeration = {"pointwise", "pairwise"}) String mode,

        Prompt prompt,
        Calls calls,

        @Schema(description = "Of a judge of pairs.") @Nullable
        Pairs pairs,

        @Schema(description = "With people's ratings or votes in the dataset.") @Nullable
        Agreement agreement) {

    /** Which wording it was asked with. */
    @Schema(name = "JudgePrompt")
    public record Prompt(String name, int version) {}

    /** Its calls, which are not among the models' costs. */
    @Schema(name = "JudgeCalls")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Calls(
            long answered,
            long refused,
            long failed,

            @Schema(description = "Absent if a call has no price.") @Nullable
            Money cost,

            long inputTokens,
            long outputTokens) {}

    /** Both ends of an interval of 95 %. */
    @Schema(name = "Span")
    public record Span(double low, double high) {}

    /** A number with its interval, and how many pairs it rests on. */
    @Schema(name = "PairFigure")
    public record Figure(double value, double low, double high, int pairs) {}

    /** What the pairs say. */
    @Schema(name = "JudgedPairs")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pairs(
            @Schema(description = "Pairs of which all verdicts are in.")
            int judged,

            @Schema(description = "Pairs that have a vote; the others hold a reply that could not be read.")
            int votes,

            @Schema(description = "Absent if pairs were shown in one order only.") @Nullable
            Order order,

            @Nullable Length length,
            List<Cell> wins,

            @Schema(description = "One per model that has votes, the best by both orders first.")
            List<Rated> ratings,

            @Schema(description = "Why there are no ratings, if so.") @Nullable
            String unrated,

            Rankings rankings,

            @Schema(description = "How the corrected ratings came about; absent if there are none.") @Nullable
            Correction correction) {

        public Pairs {
            wins = List.copyOf(wins);
            ratings = List.copyOf(ratings);
        }
    }

    /** How far the order of the answers decided. */
    @Schema(name = "OrderBias")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Order(
            @Schema(description = "Pairs with a verdict in both orders.")
            int pairs,

            @Schema(description = "Of those, pairs of which both orders agree.")
            int consistent,

            @Schema(description = "Self-contradictions for the answer shown first; they count as ties.")
            int forFirst,

            @Schema(description = "Self-contradictions for the answer shown second; they count as ties.")
            int forSecond,

            @Schema(description = "Pairs with an unreadable verdict.")
            int missing,

            @Nullable Double consistency,

            @Schema(description = "forFirst less forSecond as a share of the pairs, from -1 to 1.") @Nullable
            Double lean,

            @Schema(description = "Share of the self-contradictions that favour the first place.") @Nullable
            Figure firstShare,

            @Schema(description = "What the first place is worth to the judge, in log odds.") @Nullable
            Figure logOdds) {}

    /** How far the votes go with the length of the answers. */
    @Schema(name = "LengthBias")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Length(
            @Schema(description = "Share of the decided votes that the longer answer won; it may be the better one.")
            @Nullable
            Figure longerShare,

            @Schema(description = "Pearson's r of the vote with the relative difference of lengths.") @Nullable
            Double correlation,

            @Schema(
                    description =
                            "What the relative difference of lengths is worth to the judge, in log odds, among pairs"
                                    + " of answers that score alike.")
            @Nullable
            Figure logOdds,

            @Schema(description = "The metric by which answers are alike.") @Nullable
            String metric) {}

    /** How often a model won against another one. */
    @Schema(name = "WinCell")
    public record Cell(
            ModelId model,
            ModelId against,
            int votes,
            int wins,
            int ties,

            @Schema(description = "Wins and half of the ties among the votes.")
            double rate,

            double low,
            double high) {}

    /** A model's ratings; only differences mean anything, and 400 points are odds of ten to one. */
    @Schema(name = "JudgedRating")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rated(
            ModelId model,

            @Schema(description = "By the verdicts of one order.") @Nullable
            Double oneOrder,

            @Schema(description = "By the votes that both orders come to.") @Nullable
            Double rating,

            @Nullable Span interval,

            @Schema(description = "Corrected: as if answers were equally long and places made no difference.") @Nullable
            Double controlled,

            @Nullable Span controlledInterval) {}

    /** What the corrected ratings take as deciding a verdict, and what each of it is worth to the judge. */
    @Schema(name = "JudgeCorrection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Correction(
            @Schema(
                    enumeration = {"scores", "verdicts"},
                    description = "scores: which answer scores better is taken into account. verdicts: scores are not"
                            + " known of enough answers, so all weights are drawn towards 0, and the ranking is less"
                            + " sure.")
            String basis,

            @Schema(description = "The metric whose scores are taken into account.") @Nullable
            String metric,

            @Schema(description = "Verdicts that it rests on, each order counted.")
            int verdicts,

            @Schema(description = "What one point of score is worth to the judge, in log odds.") @Nullable
            Weight score,

            @Schema(description = "What a relative difference of lengths of 1 is worth to the judge, in log odds.")
            Weight length,

            @Schema(description = "What the first place is worth, in log odds; absent with one order.") @Nullable
            Weight place) {}

    /** A weight in log odds, with the ends of an interval of 95 % by resampled items; absent if there are too many. */
    @Schema(name = "JudgeWeight")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Weight(
            double value, @Nullable Double low, @Nullable Double high) {}

    /** The models in three orders, the best first; empty where there are no ratings. */
    @Schema(name = "Rankings")
    public record Rankings(List<ModelId> oneOrder, List<ModelId> bothOrders, List<ModelId> lengthControlled) {

        public Rankings {
            oneOrder = List.copyOf(oneOrder);
            bothOrders = List.copyOf(bothOrders);
            lengthControlled = List.copyOf(lengthControlled);
        }
    }

    /** How far judge and people agree; a number is absent where nothing can be said. */
    @Schema(name = "JudgeAgreement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Agreement(
            String field,

            @Schema(description = "Answers or pairs that both judged.")
            int compared,

            @Schema(description = "Share on which they say the same.") @Nullable
            Double share,

            @Schema(description = "Cohen's kappa.") @Nullable
            Double kappa,

            @Schema(description = "Cohen's kappa with quadratic weights; of grades only.") @Nullable
            Double weightedKappa,

            @Schema(description = "Krippendorff's alpha: of intervals for grades, nominal for votes.") @Nullable
            Double alpha) {}
}
