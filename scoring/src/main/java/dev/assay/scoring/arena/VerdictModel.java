package dev.assay.scoring.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What decides a judge's verdicts: a Bradley-Terry model with covariates, and the ratings that the models would have if
 * answers were equally long and places made no difference.
 *
 * <p>The log odds that A wins are {@code strength(A) - strength(B) + score * scoreLead + length * lengthLead +
 * place}. Where one model writes longer than another, length and model go together; the strengths take up what is the same
 * in all answers of a model, so the weight of length rests on how lengths differ from item to item between the same two
 * models. The answers' scores by another measure (a metric against the reference) take up which of the two answers is the
 * better one. Without them this stays in the verdicts as noise that no model knows of, and draws all weights towards 0.
 *
 * <p>The ratings are standardised: each verdict is predicted anew with the lengths equal and without a place, its scores as
 * they are, and Bradley-Terry ratings are fitted to these predictions. A tie stays a tie. That is what length-controlled
 * AlpacaEval does for two models (Y. Dubois, B. Galambosi, P. Liang and T. B. Hashimoto, 2024, where the difficulty of the
 * instruction takes the place of the scores), with the strengths of style control in Chatbot Arena (T. Li, A. Angelopoulos
 * and W.-L. Chiang, Does style matter?, 2024).
 *
 * <p>Weights are fitted to the verdicts that are no ties, since a tie says how close answers are and not what speaks for
 * one. Normal priors around 0 keep them finite where verdicts are separated. Their deviation is 10 in log odds, which hardly
 * weighs; but 0.5 for the strengths where scores are known, since a strength is then only what the judge sees in a model
 * beyond the scores, and pooling such rests partially errs less than taking each as it comes (A. Gelman and J. Hill, Data
 * Analysis Using Regression and Multilevel/Hierarchical Models, 2007, 12).
 *
 * @param ratings standardised
 * @param score what one point of score is worth, in log odds; null where scores are not known of enough answers
 * @param length what a relative difference of lengths of 1 is worth, in log odds
 * @param place what the first place is worth, in log odds; null where places are not considered
 * @param verdicts how many it is fitted to, ties among them
 */
public record VerdictModel(
        Ratings ratings,
        @Nullable Double score,
        double length,
        @Nullable Double place,
        int verdicts) {

    private static final double RIDGE = 1 / (10.0 * 10.0);
    private static final double RIDGE_BEYOND_SCORES = 1 / (0.5 * 0.5);

    /** Which covariates are fitted. */
    enum Basis {
        WITH_SCORES,
        WITHOUT_SCORES
    }

    /**
     * Fits the model. The scores are used if the verdicts of which both are known bound the ratings of all models, and if
     * they differ at all; verdicts without them are left out then.
     *
     * @return empty if the verdicts bound no ratings of all models
     */
    public static Optional<VerdictModel> of(List<Comparison> comparisons, RatingScale scale) {
        return basis(comparisons).flatMap(basis -> fit(usable(comparisons, basis), basis, scale));
    }

    /** Empty if there are no ratings. */
    static Optional<Basis> basis(List<Comparison> comparisons) {
        int models = roster(comparisons).size();
        List<Comparison> scored = usable(comparisons, Basis.WITH_SCORES);
        boolean differ = scored.stream().anyMatch(c -> c.scoreLead() != null && c.scoreLead() != 0);
        if (differ && roster(scored).size() == models && bound(scored)) {
            return Optional.of(Basis.WITH_SCORES);
        }
        return bound(comparisons) ? Optional.of(Basis.WITHOUT_SCORES) : Optional.empty();
    }

    static List<Comparison> usable(List<Comparison> comparisons, Basis basis) {
        return switch (basis) {
            case WITH_SCORES ->
                comparisons.stream().filter(c -> c.scoreLead() != null).toList();
            case WITHOUT_SCORES -> comparisons;
        };
    }

    private static Roster roster(List<Comparison> comparisons) {
        return Roster.of(battles(comparisons));
    }

    private static List<Battle> battles(List<Comparison> comparisons) {
        return comparisons.stream().map(Comparison::verdict).toList();
    }

    private static boolean bound(List<Comparison> comparisons) {
        List<Battle> battles = battles(comparisons);
        return Dominance.groups(Roster.of(battles), battles).size() == 1;
    }

    /** @return empty if the verdicts, with the weights that they have, bound no ratings of all models */
    static Optional<VerdictModel> fit(List<Comparison> comparisons, Basis basis, RatingScale scale) {
        if (!bound(comparisons)) {
            return Optional.empty();
        }
        Roster models = roster(comparisons);
        boolean places = comparisons.stream().anyMatch(c -> c.place() != 0);
        // In units of their usual size, so that the prior is as weak whatever the metric's unit.
        double unit = unit(comparisons);
        List<PairedLogit.Row> rows = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            Battle verdict = comparison.verdict();
            if (verdict.outcome() != Outcome.TIE && verdict.weight() > 0) {
                double[] features = {
                    basis == Basis.WITH_SCORES ? scoreLead(comparison) / unit : 0,
                    comparison.lengthLead(),
                    comparison.place()
                };
                rows.add(row(models, verdict, features, verdict.outcome().scoreOfA(), verdict.weight()));
            }
        }
        double strengthRidge = basis == Basis.WITH_SCORES ? RIDGE_BEYOND_SCORES : RIDGE;
        double[] fitted = new PairedLogit(models.size(), 3, strengthRidge, RIDGE).fit(rows);
        double score = basis == Basis.WITH_SCORES ? fitted[models.size()] / unit : 0;
        return Optional.of(new VerdictModel(
                standardized(comparisons, models, fitted, score, scale),
                basis == Basis.WITH_SCORES ? score : null,
                fitted[models.size() + 1],
                places ? fitted[models.size() + 2] : null,
                comparisons.size()));
    }

    private static PairedLogit.Row row(Roster models, Battle verdict, double[] features, double score, double weight) {
        return new PairedLogit.Row(
                models.number(verdict.modelA()), models.number(verdict.modelB()), features, score, weight);
    }

    private static double scoreLead(Comparison comparison) {
        Double lead = comparison.scoreLead();
        return lead == null ? 0 : lead;
    }

    private static double unit(List<Comparison> comparisons) {
        double square = comparisons.stream()
                .mapToDouble(VerdictModel::scoreLead)
                .map(lead -> lead * lead)
                .average()
                .orElse(0);
        return square == 0 ? 1 : StrictMath.sqrt(square);
    }

    /** Ratings of the verdicts as they are predicted with equal lengths and without a place. */
    private static Ratings standardized(
            List<Comparison> comparisons, Roster models, double[] strengths, double score, RatingScale scale) {
        Map<Integer, double[]> sums = new TreeMap<>();
        for (Comparison comparison : comparisons) {
            Battle verdict = comparison.verdict();
            int a = models.number(verdict.modelA());
            int b = models.number(verdict.modelB());
            double odds = strengths[a] - strengths[b] + score * scoreLead(comparison);
            double won = verdict.outcome() == Outcome.TIE ? 0.5 : 1 / (1 + StrictMath.exp(-odds));
            double[] sum = sums.computeIfAbsent(a * models.size() + b, pair -> new double[2]);
            sum[0] += verdict.weight() * won;
            sum[1] += verdict.weight();
        }
        List<PairedLogit.Row> rows = new ArrayList<>();
        sums.forEach((pair, sum) -> {
            if (sum[1] > 0) {
                rows.add(new PairedLogit.Row(
                        pair / models.size(), pair % models.size(), new double[0], sum[0] / sum[1], sum[1]));
            }
        });
        return scale.ratings(models, new PairedLogit(models.size(), 0, 0, 0).fit(rows));
    }
}
