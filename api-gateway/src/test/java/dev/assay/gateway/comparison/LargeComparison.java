package dev.assay.gateway.comparison;

import dev.assay.gateway.access.Scope;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.scoring.comparison.MultipleTesting;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Measures what comparing large runs costs; not run with the tests. Ask for it by name: {@code -Dtest=LargeComparison
 * -Dlarge.items=100000}.
 */
class LargeComparison {

    @Test
    void milliseconds() {
        int items = Integer.getInteger("large.items", 100_000);
        Database database = TestDatabase.empty();
        StoredRun a = StoredRuns.insert(database, new Samples(1, "sim-large").definition(items, 1));
        StoredRun b = StoredRuns.insert(database, new Samples(2, "sim-small").definition(items, 1));
        fill(database, a, items, "0", "1");
        fill(database, b, items, "case when i % 10 = 0 then 0 else 1 end", "0.5 + (i % 7) / 20.0");
        Sides sides = new Sides(new Runs(database, Clock.systemUTC()));
        Comparisons comparisons = new Comparisons(database);
        Flips flips = new Flips(database, comparisons);
        List<Side> both = sides.of(new Scope.AllGroups(), List.of(a.id().value(), b.id().value()), null);
        for (int round = 0; round < 3; round++) {
            for (String metric : List.of("exact_match", "graded")) {
                ComparisonQuery query =
                        new ComparisonQuery(metric, MultipleTesting.HOLM, false, true, 0.95, null, null);
                time("compare " + metric, () -> comparisons.compare(both, query));
            }
            time(
                    "a page of flips",
                    () -> flips.page(
                            both.get(1), both.get(0), new Flips.Filter(null, null, null), Optional.empty(), 20));
        }
    }

    private static void fill(Database database, StoredRun run, int items, String right, String graded) {
        database.change(connection -> {
            var unused = Query.of("""
                    insert into sample (run_key, model, item, repeat, attempt, outcome, worker, item_id, category, answer)
                    select ?, 0, i, 0, 1, 1, 'w', 'item-' || i, 'category ' || i % 10, repeat('x', 300)
                    from generate_series(0, ? - 1) i
                    """, run.key(), items).run(connection);
            unused = Query.of(
                            "insert into sample_score (run_key, model, item, repeat, revision, scores, extracted)"
                                    + " select ?, 0, i, 0, 1, jsonb_build_object('exact_match', " + right
                                    + ", 'graded', " + graded + "), '{\"last\":\"42\"}'"
                                    + " from generate_series(0, ? - 1) i",
                            run.key(),
                            items)
                    .run(connection);
            // A score that no metric of the benchmark has: known by the aggregates.
            unused = Query.of("""
                    insert into aggregate (run_key, revision, is_final, outcomes, headline, aggregates)
                    values (?, 1, true, 1, '[{"model": "m", "metric": "graded", "samples": 1, "answered": 1, "refused": 0,
                        "failed": 0, "unextracted": 0, "coverage": 1}]', '[]')
                    """, run.key()).run(connection);
        });
    }

    private static void time(String what, Runnable work) {
        long before = System.nanoTime();
        work.run();
        System.out.printf("%s: %d ms, %d MB%n", what, (System.nanoTime() - before) / 1_000_000, used());
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
