package dev.assay.scoring.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RunAggregationPropertiesTest {

    private static final List<MetricColumn> COLUMNS =
            List.of(MetricColumn.unit("match"), MetricColumn.unit("f1"), new MetricColumn("bleu", 0, 100));

    @Property(tries = 200)
    void the_order_of_arrival_makes_no_difference_to_any_bit(@ForAll Random random) {
        // Given
        List<SampleRow> rows = rows(random, 40, 1);
        List<Aggregate> expected = aggregate(rows, 1);

        // When
        Collections.shuffle(rows, random);

        // Then
        assertThat(aggregate(rows, 1)).isEqualTo(expected);
    }

    @Property(tries = 200)
    void parts_that_are_merged_are_the_whole(@ForAll Random random, @ForAll @IntRange(min = 1, max = 3) int repeats) {
        // Given
        List<SampleRow> rows = rows(random, 20, repeats);
        List<RunAggregation> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            parts.add(new RunAggregation(COLUMNS, repeats, 0.95));
        }

        // When
        rows.forEach(row -> parts.get((int) (row.item() % 3)).add(row));
        RunAggregation merged = parts.get(2);
        merged.add(parts.get(0));
        merged.add(parts.get(1));

        // Then
        assertThat(merged.aggregates()).isEqualTo(aggregate(rows, repeats));
    }

    @Property(tries = 200)
    void the_bounds_enclose_the_mean_of_all_samples_whatever_the_missing_ones_were(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 3) int repeats) {
        // When
        List<Aggregate> aggregates = aggregate(rows(random, 20, repeats), repeats);

        // Then
        assertThat(aggregates).allSatisfy(aggregate -> {
            assertThat(aggregate.bounds().low())
                    .isLessThanOrEqualTo(aggregate.bounds().high());
            assertThat(aggregate.coverage()).isBetween(0.0, 1.0);
            if (aggregate.coverage() == 1) {
                assertThat(aggregate.bounds().low())
                        .isEqualTo(aggregate.estimate().mean());
                assertThat(aggregate.bounds().high())
                        .isEqualTo(aggregate.estimate().mean());
            }
        });
    }

    private static List<Aggregate> aggregate(List<SampleRow> rows, int repeats) {
        RunAggregation run = new RunAggregation(COLUMNS, repeats, 0.95);
        rows.forEach(run::add);
        return run.aggregates();
    }

    /** Rows of two models in the order of model, item and repeat. */
    private static List<SampleRow> rows(Random random, int items, int repeats) {
        List<SampleRow> rows = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            String category = random.nextInt(4) == 0 ? null : "c" + random.nextInt(3);
            for (int model = 0; model < 2; model++) {
                for (int repeat = 0; repeat < repeats; repeat++) {
                    rows.add(row(random, model, category, item, repeat));
                }
            }
        }
        rows.sort(Comparator.comparingInt(SampleRow::model).thenComparingLong(SampleRow::item));
        return rows;
    }

    private static SampleRow row(Random random, int model, String category, int item, int repeat) {
        OutcomeKind outcome =
                random.nextInt(5) == 0 ? OutcomeKind.values()[1 + random.nextInt(3)] : OutcomeKind.ANSWERED;
        Map<String, MetricScore> scores = new HashMap<>();
        if (outcome == OutcomeKind.ANSWERED) {
            scores.put("match", new MetricScore(random.nextInt(2), random.nextInt(9) > 0));
            scores.put("f1", new MetricScore(random.nextDouble(), true));
            if (random.nextInt(5) > 0) {
                scores.put("bleu", new MetricScore(100 * random.nextDouble(), true));
            }
        }
        return new SampleRow(model, category, item, repeat, outcome, scores);
    }
}
