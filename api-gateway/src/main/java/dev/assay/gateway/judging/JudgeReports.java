package dev.assay.gateway.judging;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.scoring.agreement.Agreement;
import dev.assay.scoring.arena.Battle;
import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.Comparison;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.arena.RatingBootstrap;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.arena.Ratings;
import dev.assay.scoring.arena.StyledBattle;
import dev.assay.scoring.arena.VerdictBootstrap;
import dev.assay.scoring.arena.VerdictModel;
import dev.assay.scoring.judge.BiasOdds;
import dev.assay.scoring.judge.CorrectedRanking;
import dev.assay.scoring.judge.LengthBias;
import dev.assay.scoring.judge.PositionBias;
import dev.assay.scoring.judge.SwappedPair;
import dev.assay.scoring.judge.Verdict;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a judge's report: a pure function, so that equal inputs give equal reports. */
public final class JudgeReports {

    private static final double CONFIDENCE = 0.95;
    private static final int ROUNDS = 500;
    private static final int CORRECTED_ROUNDS = 200;

    /** Beyond so many verdicts the corrected ratings have no interval, which would take minutes. */
    private static final int MOST_RESAMPLED = 40_000;

    private final JudgeInputs inputs;
    private final List<CorrectedRanking.Judged> pairs;

    private JudgeReports(JudgeInputs inputs) {
        this.inputs = inputs;
        this.pairs = inputs.rows().stream().map(this::judged).toList();
    }

    public static JudgeReport of(JudgeInputs inputs) {
        return new JudgeReports(inputs).report();
    }

    private JudgeReport report() {
        JudgeUse judge = inputs.judge();
        JudgeInputs.Calls calls = inputs.calls();
        return new JudgeReport(
                judge.name(),
                judge.model().id(),
                judge.mode().name().toLowerCase(Locale.ROOT),
                new JudgeReport.Prompt(judge.prompt().name(), judge.prompt().version()),
                new JudgeReport.Calls(
                        calls.answered(),
                        calls.refused(),
                        calls.failed(),
                        calls.cost(),
                        calls.inputTokens(),
                        calls.outputTokens()),
                judge.mode() == JudgeUse.Mode.PAIRWISE ? pairs() : null,
                inputs.agreement());
    }

    /** A pair that was shown in one order only counts as if the other order said the same. */
    private CorrectedRanking.Judged judged(JudgedRow row) {
        Verdict given = verdict(JudgedRow.preferred(row.asGiven()));
        boolean oneOrder = row.swapped() == null && !inputs.judge().swap();
        Verdict other = oneOrder
                ? verdict(JudgedRow.preferred(row.asGiven()).map(Outcome::swapped))
                : verdict(JudgedRow.preferred(row.swapped()).map(Outcome::swapped));
        return new CorrectedRanking.Judged(
                new SwappedPair(String.valueOf(row.item()), name(row.modelA()), name(row.modelB()), given, other),
                new CorrectedRanking.Answer(row.lengthA(), row.scoreA()),
                new CorrectedRanking.Answer(row.lengthB(), row.scoreB()),
                !oneOrder);
    }

    private static Verdict verdict(Optional<Outcome> outcome) {
        return outcome.<Verdict>map(found -> new Verdict.Preference(found, false))
                .orElse(Verdict.NOTHING);
    }

    private String name(int model) {
        return inputs.models().get(model).value();
    }

    private JudgeReport.Pairs pairs() {
        List<StyledBattle> votes = pairs.stream()
                .flatMap(judged -> judged.pair().vote().stream()
                        .map(vote -> new StyledBattle(
                                vote,
                                new double[] {judged.first().length()},
                                new double[] {judged.second().length()})))
                .toList();
        CorrectedRanking ranking = CorrectedRanking.of(pairs, RatingScale.ELO);
        Optional<Ratings> oneOrder = rated(ranking.asJudged());
        Optional<Ratings> both = rated(ranking.swapped());
        Optional<VerdictModel> corrected = ranking.corrected();
        VerdictBootstrap resampled = corrected.isPresent() ? resampledItems() : new VerdictBootstrap(List.of(), 0);
        return new JudgeReport.Pairs(
                pairs.size(),
                votes.size(),
                inputs.judge().swap() ? order() : null,
                votes.isEmpty() ? null : length(votes),
                wins(votes),
                ratings(votes, oneOrder, both, corrected.map(VerdictModel::ratings), resampled),
                ranking.swapped() instanceof BradleyTerry.Fit.Undefined none ? none.reason() : null,
                new JudgeReport.Rankings(ids(oneOrder), ids(both), ids(corrected.map(VerdictModel::ratings))),
                corrected.map(model -> correction(model, resampled)).orElse(null));
    }

    private VerdictBootstrap resampledItems() {
        List<Comparison> verdicts = CorrectedRanking.comparisons(pairs);
        return verdicts.size() > MOST_RESAMPLED
                ? new VerdictBootstrap(List.of(), 0)
                : VerdictBootstrap.of(verdicts, RatingScale.ELO, CORRECTED_ROUNDS, random());
    }

    private JudgeReport.Correction correction(VerdictModel model, VerdictBootstrap resampled) {
        return new JudgeReport.Correction(
                model.score() == null ? "verdicts" : "scores",
                model.score() == null ? null : inputs.metric(),
                model.verdicts(),
                model.score() == null ? null : weight(model.score(), resampled, VerdictModel::score),
                weight(model.length(), resampled, VerdictModel::length),
                model.place() == null ? null : weight(model.place(), resampled, VerdictModel::place));
    }

    private static JudgeReport.Weight weight(
            double value, VerdictBootstrap resampled, Function<VerdictModel, @Nullable Double> weight) {
        Optional<Interval> interval = resampled.weight(weight, CONFIDENCE);
        return new JudgeReport.Weight(
                value,
                interval.map(Interval::low).orElse(null),
                interval.map(Interval::high).orElse(null));
    }

    private static Optional<Ratings> rated(BradleyTerry.Fit fit) {
        return switch (fit) {
            case BradleyTerry.Fit.Rated rated -> Optional.of(rated.ratings());
            case BradleyTerry.Fit.Undefined none -> Optional.empty();
        };
    }

    private static List<ModelId> ids(Optional<Ratings> ratings) {
        return ratings.stream()
                .flatMap(found -> found.order().stream())
                .map(ModelId::new)
                .toList();
    }

    private JudgeReport.Order order() {
        PositionBias bias = PositionBias.of(
                pairs.stream().map(CorrectedRanking.Judged::pair).toList());
        int dependent = bias.forFirst() + bias.forSecond();
        return new JudgeReport.Order(
                bias.pairs(),
                bias.consistent(),
                bias.forFirst(),
                bias.forSecond(),
                bias.missing(),
                bias.pairs() == 0 ? null : bias.consistency().orElseThrow(),
                bias.pairs() == 0 ? null : bias.lean().orElseThrow(),
                bias.firstShare(CONFIDENCE)
                        .map(interval -> figure((double) bias.forFirst() / dependent, interval, dependent))
                        .orElse(null),
                odds().position().map(JudgeReports::figure).orElse(null));
    }

    private BiasOdds odds() {
        List<BiasOdds.Measured> measured = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            JudgedRow row = inputs.rows().get(i);
            measured.add(new BiasOdds.Measured(pairs.get(i).pair(), row.lengthA(), row.lengthB(), row.scoredAlike()));
        }
        return BiasOdds.of(measured, CONFIDENCE);
    }

    private JudgeReport.Length length(List<StyledBattle> votes) {
        LengthBias bias = LengthBias.of(votes.stream()
                .filter(vote -> vote.styleOfA()[0] + vote.styleOfB()[0] > 0)
                .map(vote -> new LengthBias.Measured(vote.battle(), vote.styleOfA()[0], vote.styleOfB()[0]))
                .toList());
        Optional<BiasOdds.Odds> odds = inputs.judge().swap() ? odds().length() : Optional.empty();
        return new JudgeReport.Length(
                bias.longerShare(CONFIDENCE)
                        .map(interval -> figure((double) bias.longerWon() / bias.decided(), interval, bias.decided()))
                        .orElse(null),
                bias.correlation() instanceof Agreement.Value value ? value.value() : null,
                odds.map(JudgeReports::figure).orElse(null),
                odds.isPresent() ? inputs.metric() : null);
    }

    private static JudgeReport.Figure figure(BiasOdds.Odds odds) {
        return figure(odds.value(), odds.interval(), odds.pairs());
    }

    private static JudgeReport.Figure figure(double value, Interval interval, int pairs) {
        return new JudgeReport.Figure(value, interval.low(), interval.high(), pairs);
    }

    /** Counts of one model against another: votes, wins and ties. */
    private List<JudgeReport.Cell> wins(List<StyledBattle> votes) {
        Map<String, Map<String, int[]>> counts = new TreeMap<>();
        for (StyledBattle vote : votes) {
            count(
                    counts,
                    vote.battle().modelA(),
                    vote.battle().modelB(),
                    vote.battle().outcome());
            count(
                    counts,
                    vote.battle().modelB(),
                    vote.battle().modelA(),
                    vote.battle().outcome().swapped());
        }
        List<JudgeReport.Cell> cells = new ArrayList<>();
        for (ModelId model : inputs.models()) {
            for (ModelId against : inputs.models()) {
                int[] met = counts.getOrDefault(model.value(), Map.of()).get(against.value());
                if (met != null) {
                    cells.add(cell(model, against, met));
                }
            }
        }
        return cells;
    }

    private static void count(Map<String, Map<String, int[]>> counts, String model, String against, Outcome outcome) {
        int[] met = counts.computeIfAbsent(model, name -> new TreeMap<>()).computeIfAbsent(against, name -> new int[3]);
        met[0]++;
        met[1] += outcome == Outcome.A_WINS ? 1 : 0;
        met[2] += outcome == Outcome.TIE ? 1 : 0;
    }

    private static JudgeReport.Cell cell(ModelId model, ModelId against, int[] met) {
        double rate = (met[1] + met[2] / 2.0) / met[0];
        double square = (met[1] + met[2] / 4.0) / met[0];
        double error = Math.sqrt(Math.max(0, square - rate * rate) / Math.max(1, met[0] - 1));
        Interval interval =
                met[0] < 2 ? new Interval(0, 1) : Interval.gradedWilson(met[0], rate, error, met[0] - 1.0, CONFIDENCE);
        return new JudgeReport.Cell(model, against, met[0], met[1], met[2], rate, interval.low(), interval.high());
    }

    private List<JudgeReport.Rated> ratings(
            List<StyledBattle> votes,
            Optional<Ratings> oneOrder,
            Optional<Ratings> both,
            Optional<Ratings> corrected,
            VerdictBootstrap resampledItems) {
        Map<String, Interval> intervals = both.isEmpty() ? Map.of() : resampled(votes);
        Map<String, Interval> correctedIntervals = resampledItems.ratings(CONFIDENCE);
        return Stream.of(both, corrected)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Ratings::order)
                .orElse(List.of())
                .stream()
                .map(model -> new JudgeReport.Rated(
                        new ModelId(model),
                        of(oneOrder, model),
                        of(both, model),
                        span(intervals.get(model)),
                        of(corrected, model),
                        span(correctedIntervals.get(model))))
                .toList();
    }

    /** Equal votes are drawn together, so that it takes no longer for many of them. */
    private Map<String, Interval> resampled(List<StyledBattle> votes) {
        Map<Battle, Integer> counts = new TreeMap<>(Comparator.comparing(Battle::modelA)
                .thenComparing(Battle::modelB)
                .thenComparing(Battle::outcome));
        votes.forEach(vote -> counts.merge(vote.battle(), 1, Integer::sum));
        List<Battle> weighted = new ArrayList<>();
        counts.forEach((battle, count) -> weighted.add(battle.withWeight(count)));
        return RatingBootstrap.bradleyTerry(weighted, RatingScale.ELO, ROUNDS, random())
                .intervals(CONFIDENCE);
    }

    private RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(inputs.seed());
    }

    private static @Nullable Double of(Optional<Ratings> ratings, String model) {
        return ratings.flatMap(found -> found.of(model)).orElse(null);
    }

    private static JudgeReport.@Nullable Span span(@Nullable Interval interval) {
        return interval == null ? null : new JudgeReport.Span(interval.low(), interval.high());
    }
}
