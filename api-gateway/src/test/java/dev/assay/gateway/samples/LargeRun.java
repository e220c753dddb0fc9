package dev.assay.gateway.samples;

import dev.assay.gateway.access.Scope;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.report.Reports;
import dev.assay.gateway.results.OutcomeKind;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.Cursor;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Measures what looking at a large run costs; not run with the tests. Ask for it by name: {@code -Dtest=LargeRun
 * -Dlarge.items=100000}.
 */
class LargeRun {

    @Test
    void milliseconds() throws Exception {
        int items = Integer.getInteger("large.items", 100_000);
        var events = new dev.assay.gateway.fixtures.Samples(1, "sim-large", "sim-small");
        Database database = TestDatabase.empty();
        StoredRun run = StoredRuns.insert(database, events.definition(items, 1));
        fill(database, items);
        SampleTexts texts = new SampleTexts();
        Samples samples = new Samples(database, texts);
        SampleExport export = new SampleExport(TestDatabase.source(), texts);
        SampleFilter all = new SampleFilter(null, null, null, null, null, null, null);
        Reports reports = new Reports(database, "test");
        for (int round = 0; round < 2; round++) {
            time("report while running", () -> reports.of(run));
            time("run view", () -> new Runs(database, Clock.systemUTC()).view(new Scope.AllGroups(), "latest"));
            time("first page", () -> samples.page(run, all, Optional.empty(), 50));
            time("page at the end", () -> samples.page(run, all, Optional.of(Cursor.after(1, items - 60, 0)), 50));
            time(
                    "failed only",
                    () -> samples.page(
                            run,
                            new SampleFilter(null, null, OutcomeKind.FAILED, null, null, null, null),
                            Optional.empty(),
                            50));
            time(
                    "a category that is not there",
                    () -> samples.page(
                            run,
                            new SampleFilter(null, "nowhere", null, null, null, null, null),
                            Optional.empty(),
                            50));
            time(
                    "a score that is not there",
                    () -> samples.page(
                            run,
                            new SampleFilter(null, null, null, "exact_match", 2.0, null, null),
                            Optional.empty(),
                            50));
            time(
                    "an item id that is not there",
                    () -> samples.page(
                            run,
                            new SampleFilter(null, null, null, null, null, null, "nowhere"),
                            Optional.empty(),
                            50));
            time("one sample", () -> samples.one(run, 1, items / 2, 0));
            time("export as CSV", () -> export.csv(run, OutputStream.nullOutputStream()));
            time("export as JSON Lines", () -> export.jsonLines(run, false, OutputStream.nullOutputStream()));
        }
    }

    private static void time(String what, Runnable work) {
        long started = System.nanoTime();
        work.run();
        System.err.printf("%s: %d ms%n", what, (System.nanoTime() - started) / 1_000_000);
    }

    private static void fill(Database database, int items) {
        database.change(connection -> {
            for (String sql : new String[] {"""
                insert into sample (run_key, model, item, repeat, attempt, outcome, total_us, first_token_us, started_us,
                    input_tokens, cached_tokens, output_tokens, reasoning_tokens, estimated, call_id, worker,
                    finish_reason, item_id, category, answer, failure)
                select 1, m, i, 0, 1, case when i % 5000 = 0 then 3 else 1 end, 1000 + i %% 977, 500 + i %% 477, 0,
                    100, 0, 20, 0, false, 'call-' || m || '-' || lpad(i::text, 10, '0'), 'worker-1', 'stop',
                    'item-' || i, 'category-' || i %% 4, repeat('Let us think step by step. ', 8) || i,
                    case when i %% 5000 = 0 then 'DEADLINE' end
                from generate_series(0, 1) m, generate_series(0, ? - 1) i
                """, """
                insert into sample_score (run_key, model, item, repeat, revision, scores, extracted)
                select 1, m, i, 0, 1, jsonb_build_object('exact_match', i %% 2), '{"last": "42"}'
                from generate_series(0, 1) m, generate_series(0, ? - 1) i where i %% 5000 <> 0
                """, """
                insert into charge (run_key, call_id, model, item, repeat, attempt, status, estimated, input_tokens,
                    cached_tokens, output_tokens, reasoning_tokens, amount, event_id)
                select 1, 'call-' || m || '-' || lpad(i::text, 10, '0'), m, i, 0, 1, 1, false, 100, 0, 20, 0,
                    0.00012345, 'event'
                from generate_series(0, 1) m, generate_series(0, ? - 1) i
                """}) {
                var unused = Query.of(sql.replace("%%", "%"), items).run(connection);
            }
        });
        database.read(connection -> Query.of("analyze").run(connection));
    }
}
