package dev.assay.scoring.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scoring.sequential.Sequential.Answer;
import dev.assay.scoring.sequential.Sequential.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StoppingTest {

    private static final int ITEMS = 600;
    private static final Matter BETTER = new Matter(List.of(0, 1), new Question.WhichIsBetter(1));

    private record Sample(int model, int place, int repeat, double score) {}

    private static Stopping stopping(int models, int repeats, Terms terms, Matter... matters) {
        return new Stopping(List.of(matters), models, repeats, 0, 1, terms);
    }

    private static Terms usual() {
        return Terms.of(0.05, 0);
    }

    private static Matter above(int model, double threshold) {
        return new Matter(List.of(model), new Question.AboveThreshold(threshold, 0, 1));
    }

    /** NaN stands for a sample without a score. */
    private static void feed(Stopping stopping, List<Sample> samples) {
        for (Sample sample : samples) {
            var unused = Double.isNaN(sample.score())
                    ? stopping.unscored(sample.model(), sample.place(), sample.repeat(), false)
                    : stopping.scored(sample.model(), sample.place(), sample.repeat(), sample.score());
        }
    }

    private static List<Sample> samples(long seed, int repeats, double... shares) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sample> samples = new ArrayList<>();
        for (int place = 0; place < ITEMS; place++) {
            for (int model = 0; model < shares.length; model++) {
                for (int repeat = 0; repeat < repeats; repeat++) {
                    boolean lost = random.nextInt(50) == 0;
                    double score = random.nextDouble() < shares[model] ? 1 : 0;
                    samples.add(new Sample(model, place, repeat, lost ? Double.NaN : score));
                }
            }
        }
        return samples;
    }

    @Property(tries = 60)
    void the_order_in_which_samples_arrive_changes_no_answer(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int repeats) {
        // Given
        List<Sample> inOrder = samples(seed, repeats, 0.9, 0.6, 0.55);
        List<Sample> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(seed));
        Matter[] matters = {
            BETTER,
            above(2, 0.4),
            new Matter(List.of(1, 2), new Question.WhichIsBetter(1)),
            new Matter(List.of(0), new Question.Narrower(0.3, 0, 1))
        };
        Stopping one = stopping(3, repeats, usual(), matters);
        Stopping other = stopping(3, repeats, usual(), matters);

        // When
        feed(one, inOrder);
        feed(other, shuffled);

        // Then
        assertThat(other.standing()).isEqualTo(one.standing());
        assertThat(other.stopped()).isEqualTo(one.stopped());
        assertThat(one.answers()).isNotEmpty();
    }

    @Test
    void right_answers_that_are_faster_than_wrong_ones_do_not_decide_anything() {
        // Given: as good as the threshold, all right answers there before the first wrong one
        List<Sample> samples = new ArrayList<>();
        for (int place = 0; place < ITEMS; place++) {
            samples.add(new Sample(0, place, 0, place * 7 % 10 < 7 ? 1 : 0));
        }
        samples.sort(Comparator.comparing(Sample::score).reversed());
        Stopping stopping = stopping(1, 1, usual(), above(0, 0.7));

        // When
        feed(stopping, samples.subList(0, 420));
        List<Finding> whileOnlyRightOnesAreThere = stopping.answers();
        feed(stopping, samples.subList(420, ITEMS));

        // Then
        assertThat(whileOnlyRightOnesAreThere).isEmpty();
        assertThat(stopping.answers()).isEmpty();
        assertThat(stopping.standing())
                .singleElement()
                .extracting(Finding::items)
                .isEqualTo(ITEMS);
    }

    @Test
    void a_run_is_not_stopped_by_what_is_missing() {
        // Given: a quarter without an answer, all others right
        Stopping missing = stopping(1, 1, usual(), above(0, 0.8));
        Stopping there = stopping(1, 1, usual(), above(0, 0.8));

        // When
        for (int place = 0; place < ITEMS; place++) {
            var unused = place % 4 == 0 ? missing.unscored(0, place, 0, false) : missing.scored(0, place, 0, 1);
            var unusedToo = there.scored(0, place, 0, 1);
        }

        // Then
        assertThat(missing.answers()).isEmpty();
        assertThat(missing.standing().getFirst().missing()).isEqualTo(150);
        assertThat(missing.standing().getFirst().interval().low()).isLessThan(0.75);
        assertThat(missing.standing().getFirst().interval().high()).isEqualTo(1);
        assertThat(there.answers()).singleElement().extracting(Finding::answer).isEqualTo(Answer.HIGHER);
    }

    @Test
    void of_a_difference_what_is_missing_counts_for_the_other_side() {
        // Given: the first is better wherever both have a score, and has none of every third item
        Stopping stopping = stopping(2, 1, usual(), BETTER);

        // When
        for (int place = 0; place < ITEMS; place++) {
            boolean lost = place % 3 == 0;
            var unused =
                    lost ? stopping.unscored(0, place, 0, true) : stopping.scored(0, place, 0, place % 3 == 1 ? 1 : 0);
            var unusedToo = stopping.scored(1, place, 0, 0);
        }

        // Then
        Finding answer = stopping.answers().getFirst();
        assertThat(answer.answer()).isEqualTo(Answer.HIGHER);
        assertThat(answer.missing()).isEqualTo((answer.items() + 2) / 3);
        assertThat(answer.interval().low()).isNotNegative().isLessThan(1.0 / 3);
        assertThat(answer.interval().high()).isGreaterThan(2.0 / 3);
        assertThat(answer.estimate().getAsDouble()).isBetween(0.45, 0.55);
        assertThat(stopping.stopped()).extracting(Stopping.Stopped::unanswered).containsExactly(0L, 0L);
    }

    @Test
    void a_model_is_done_when_all_questions_about_it_are() {
        // Given: the first is far ahead, the others are alike
        Stopping stopping = stopping(
                3,
                1,
                usual(),
                BETTER,
                new Matter(List.of(0, 2), new Question.WhichIsBetter(1)),
                new Matter(List.of(1, 2), new Question.WhichIsBetter(1)));

        // When
        for (int place = 0; place < ITEMS; place++) {
            for (int model = 0; model < 3; model++) {
                var unused = stopping.scored(model, place, 0, model == 0 ? 1 : (place + model) % 2);
            }
        }

        // Then
        assertThat(stopping.answers())
                .extracting(finding -> finding.matter().models())
                .containsExactly(List.of(0, 1), List.of(0, 2));
        assertThat(stopping.stopped()).singleElement().satisfies(end -> {
            assertThat(end.model()).isZero();
            assertThat(end.items())
                    .isEqualTo(stopping.answers().stream()
                            .mapToInt(Finding::items)
                            .max()
                            .orElseThrow());
        });
    }

    @Test
    void an_item_counts_when_all_its_repeats_are_there() {
        // Given
        Stopping stopping = stopping(1, 2, new Terms(0.05, 0, 1, OptionalDouble.empty()), above(0, 0.3));

        // When
        for (int place = 0; place < 100; place++) {
            var unused = stopping.scored(0, place, 0, 1);
        }
        List<Finding> half = stopping.answers();
        for (int place = 99; place >= 0; place--) {
            var unused = stopping.scored(0, place, 1, 0.5);
        }

        // Then
        assertThat(half).isEmpty();
        assertThat(stopping.answers())
                .singleElement()
                .extracting(finding -> finding.estimate().getAsDouble())
                .isEqualTo(0.75);
    }

    @Test
    void no_answer_comes_before_so_many_items_and_then_at_once() {
        // Given
        Stopping stopping = stopping(1, 1, new Terms(0.05, 0, 80, OptionalDouble.empty()), above(0, 0.5));

        // When
        IntStream.range(0, 100).forEach(place -> {
            var unused = stopping.scored(0, place, 0, 1);
        });

        // Then
        assertThat(stopping.answers())
                .singleElement()
                .extracting(Finding::items)
                .isEqualTo(80);
    }

    @Test
    void models_whose_difference_does_not_matter_are_close() {
        // Given: they differ on every tenth item, in turn
        Stopping stopping = stopping(2, 1, new Terms(0.05, 0, 1, OptionalDouble.of(0.1)), BETTER);

        // When
        for (int place = 0; place < ITEMS; place++) {
            var unused = stopping.scored(0, place, 0, place % 20 == 0 ? 0 : 1);
            var unusedToo = stopping.scored(1, place, 0, place % 20 == 10 ? 0 : 1);
        }

        // Then
        assertThat(stopping.answers()).singleElement().satisfies(finding -> {
            assertThat(finding.answer()).isEqualTo(Answer.CLOSE);
            assertThat(finding.items()).isLessThan(ITEMS);
            assertThat(finding.interval().low()).isBetween(-0.11, 0.0);
            assertThat(finding.interval().high()).isBetween(0.0, 0.11);
        });
    }

    @Test
    void a_score_that_its_metric_cannot_have_counts_as_missing() {
        // Given
        Stopping stopping = stopping(1, 1, usual(), above(0, 0.5));

        // When
        var unused = stopping.scored(0, 0, 0, 7);

        // Then
        assertThat(stopping.standing().getFirst().missing()).isEqualTo(1);
    }

    @Test
    void equal_models_are_rarely_told_apart_though_looked_at_after_every_item() {
        // When
        int wrong = 0;
        for (int run = 0; run < 300; run++) {
            Stopping stopping = stopping(2, 1, usual(), BETTER);
            feed(stopping, samples(run, 1, 0.6, 0.6));
            wrong += stopping.answers().size();
        }

        // Then: 5 % would be 15, with a standard error of 3.8
        assertThat(wrong).isLessThanOrEqualTo(15 + 8);
    }
}
