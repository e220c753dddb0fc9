package dev.assay.scoring.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.arena.VerdictBootstrap;
import dev.assay.scoring.arena.VerdictModel;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrectedRankingTest {

    private static final PlantedJudge FIXED = PlantedJudge.FIXED;
    private static final int SEEDS = 20;

    @Test
    void the_corrected_ranking_is_the_true_one() {
        // When
        List<CorrectedRanking> rankings = rankings(judged -> judged);

        // Then: the chance of a run is 0.985, as 200 seeds show, so two misses in 20 have one of 3 %
        assertThat(rankings).filteredOn(this::correctedIsTrue).hasSizeGreaterThanOrEqualTo(SEEDS - 1);
        assertThat(rankings).filteredOn(this::votesAreTrue).hasSizeLessThan(SEEDS / 2);
    }

    @Test
    void it_finds_what_score_length_and_place_are_worth() {
        // When
        List<VerdictModel> models = rankings(judged -> judged).stream()
                .map(ranking -> ranking.corrected().orElseThrow())
                .toList();

        // Then
        assertThat(models.stream()
                        .mapToDouble(model -> Objects.requireNonNull(model.score()))
                        .average())
                .hasValueCloseTo(3.0, within(0.15));
        assertThat(models.stream().mapToDouble(VerdictModel::length).average()).hasValueCloseTo(2.0, within(0.25));
        assertThat(models.stream()
                        .mapToDouble(model -> Objects.requireNonNull(model.place()))
                        .average())
                .hasValueCloseTo(0.6, within(0.05));
    }

    @Test
    void other_judges_of_other_models_are_seen_through_too() {
        // Given
        Random random = new Random(1);
        List<PlantedJudge> judges =
                IntStream.range(0, 40).mapToObj(i -> drawn(random)).toList();

        // When
        int corrected = 0;
        int byVotes = 0;
        int pairs = 0;
        for (PlantedJudge judge : judges) {
            CorrectedRanking ranking = CorrectedRanking.of(judge.judged(random.nextInt()), RatingScale.ELO);
            corrected += inOrder(ranking.corrected().orElseThrow().ratings().order());
            byVotes += ranking.swapped() instanceof BradleyTerry.Fit.Rated rated
                    ? inOrder(rated.ratings().order())
                    : 0;
            pairs += judge.models().size() * (judge.models().size() - 1) / 2;
        }

        // Then
        assertThat(corrected).isGreaterThanOrEqualTo(pairs * 97 / 100);
        assertThat(pairs - corrected).isLessThan((pairs - byVotes) / 2);
    }

    @Test
    void without_scores_it_is_less_sure_but_better_than_the_votes_alone() {
        // When
        List<CorrectedRanking> rankings = rankings(CorrectedRankingTest::withoutScores);

        // Then
        long byVotes = rankings.stream().filter(this::votesAreTrue).count();
        assertThat(rankings.stream().filter(this::correctedIsTrue).count()).isGreaterThan(byVotes + 5);
        assertThat(rankings)
                .allSatisfy(ranking ->
                        assertThat(ranking.corrected().orElseThrow().score()).isNull());
    }

    @Test
    void the_intervals_cover_what_was_planted() {
        // Given
        List<CorrectedRanking.Judged> judged = FIXED.judged(1);

        // When
        VerdictBootstrap bootstrap = VerdictBootstrap.of(
                CorrectedRanking.comparisons(judged), RatingScale.ELO, 100, new SplittableRandom(7));

        // Then
        assertThat(bootstrap.undefined()).isZero();
        assertThat(bootstrap.weight(VerdictModel::length, 0.95).orElseThrow().contains(FIXED.length()))
                .isTrue();
        assertThat(bootstrap.weight(VerdictModel::place, 0.95).orElseThrow().contains(FIXED.position()))
                .isTrue();
        assertThat(bootstrap.weight(VerdictModel::score, 0.95).orElseThrow().contains(FIXED.quality()))
                .isTrue();
        VerdictModel model =
                CorrectedRanking.of(judged, RatingScale.ELO).corrected().orElseThrow();
        assertThat(bootstrap.ratings(0.95)).hasSize(4).allSatisfy((name, interval) -> {
            assertThat(interval.contains(model.ratings().of(name).orElseThrow()))
                    .isTrue();
            assertThat(width(interval)).isBetween(10.0, 150.0);
        });
    }

    @Test
    void verdicts_on_answers_without_a_score_are_left_out_while_the_others_suffice() {
        // Given
        List<CorrectedRanking.Judged> judged = new ArrayList<>(FIXED.judged(1));
        List<CorrectedRanking.Judged> half = withoutScores(judged.subList(0, judged.size() / 2));
        half.addAll(judged.subList(judged.size() / 2, judged.size()));

        // When
        VerdictModel model =
                CorrectedRanking.of(half, RatingScale.ELO).corrected().orElseThrow();

        // Then
        assertThat(model.score()).isNotNull();
        assertThat(model.verdicts())
                .isEqualTo(CorrectedRanking.comparisons(judged.subList(judged.size() / 2, judged.size()))
                        .size());
    }

    @Test
    void a_model_without_any_score_is_rated_with_the_others_by_verdicts_alone() {
        // Given
        List<CorrectedRanking.Judged> judged = FIXED.judged(1).stream()
                .map(one -> one.pair().second().equals("model-3")
                        ? withoutScores(List.of(one)).getFirst()
                        : one)
                .toList();

        // When
        VerdictModel model =
                CorrectedRanking.of(judged, RatingScale.ELO).corrected().orElseThrow();

        // Then
        assertThat(model.score()).isNull();
        assertThat(model.ratings().order()).hasSize(4);
    }

    @Test
    void one_order_alone_says_nothing_of_places() {
        // Given
        List<CorrectedRanking.Judged> judged = FIXED.judged(1).stream()
                .map(one -> new CorrectedRanking.Judged(one.pair(), one.first(), one.second(), false))
                .toList();

        // When
        VerdictModel model =
                CorrectedRanking.of(judged, RatingScale.ELO).corrected().orElseThrow();

        // Then
        assertThat(model.place()).isNull();
        assertThat(model.verdicts()).isLessThanOrEqualTo(judged.size());
    }

    @Test
    void verdicts_that_all_go_one_way_give_no_ratings() {
        // Given
        SwappedPair pair = new SwappedPair(
                "q", "x", "y", PlantedJudge.prefers(Outcome.A_WINS), PlantedJudge.prefers(Outcome.B_WINS));
        CorrectedRanking.Answer answer = new CorrectedRanking.Answer(10, 1.0);

        // When
        CorrectedRanking ranking =
                CorrectedRanking.of(List.of(new CorrectedRanking.Judged(pair, answer, answer, true)), RatingScale.ELO);

        // Then
        assertThat(ranking.corrected()).isEmpty();
    }

    private List<CorrectedRanking> rankings(UnaryOperator<List<CorrectedRanking.Judged>> change) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> CorrectedRanking.of(change.apply(FIXED.judged(seed)), RatingScale.ELO))
                .toList();
    }

    private boolean correctedIsTrue(CorrectedRanking ranking) {
        return ranking.corrected().orElseThrow().ratings().order().equals(FIXED.models());
    }

    private boolean votesAreTrue(CorrectedRanking ranking) {
        return ranking.swapped() instanceof BradleyTerry.Fit.Rated rated
                && rated.ratings().order().equals(FIXED.models());
    }

    private static List<CorrectedRanking.Judged> withoutScores(List<CorrectedRanking.Judged> judged) {
        return new ArrayList<>(judged.stream()
                .map(one -> new CorrectedRanking.Judged(
                        one.pair(),
                        new CorrectedRanking.Answer(one.first().length(), null),
                        new CorrectedRanking.Answer(one.second().length(), null),
                        one.bothOrders()))
                .toList());
    }

    /** Three to five models at least 0.12 apart, their lengths in any order, and a judge with any biases. */
    private static PlantedJudge drawn(Random random) {
        int models = 3 + random.nextInt(3);
        double[] abilities = new double[models];
        List<Double> lengths = new ArrayList<>();
        double ability = 0.95;
        for (int i = 0; i < models; i++) {
            ability -= 0.12 + 0.06 * random.nextDouble();
            abilities[i] = ability;
            lengths.add(100 * (1 + 3 * random.nextDouble()));
        }
        Collections.shuffle(lengths, random);
        return new PlantedJudge(
                abilities,
                lengths.stream().mapToDouble(Double::doubleValue).toArray(),
                2 + 2 * random.nextDouble(),
                -1 + 2.5 * random.nextDouble(),
                -4 + 8 * random.nextDouble(),
                0.3 * random.nextDouble(),
                0.1 * random.nextDouble(),
                250);
    }

    /** How many pairs of models stand in their true order. */
    private static int inOrder(List<String> order) {
        Predicate<int[]> right = pair -> order.get(pair[0]).compareTo(order.get(pair[1])) < 0;
        return (int) IntStream.range(0, order.size())
                .boxed()
                .flatMap(a -> IntStream.range(a + 1, order.size()).mapToObj(b -> new int[] {a, b}))
                .filter(right)
                .count();
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }
}
