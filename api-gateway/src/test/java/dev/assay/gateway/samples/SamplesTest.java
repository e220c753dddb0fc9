package dev.assay.gateway.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.VariantUse;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.results.ChargeStore;
import dev.assay.gateway.results.OutcomeKind;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.results.ScoreStore;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.Cursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten items, two models: the large one answers all, the small one fails on items 3 and 7 after a first failure. */
class SamplesTest {

    private static final SampleFilter ALL = new SampleFilter(null, null, null, null, null, null, null);

    private final dev.assay.gateway.fixtures.Samples events =
            new dev.assay.gateway.fixtures.Samples(1, "sim-large", "sim-small");
    private Database database;
    private StoredRun run;
    private Samples samples;

    @BeforeEach
    void a_run_with_results() {
        database = TestDatabase.empty();
        run = StoredRuns.insert(database, events.definition(10, 1));
        samples = new Samples(database, new SampleTexts());
        RunKeys keys = new RunKeys();
        List<AttemptOutcome> outcomes = new ArrayList<>();
        List<SampleScore> scores = new ArrayList<>();
        List<Charge> charges = new ArrayList<>();
        for (int item = 0; item < 10; item++) {
            TaskId large = events.task(0, item, 0);
            CallId call = events.nextCall();
            outcomes.add(events.answered(large, 1, call, "x".repeat(300) + item));
            scores.add(events.score(large, item / 10.0));
            charges.add(events.charge(large, 1, call, Charge.Status.CONFIRMED, "0.01"));
            TaskId small = events.task(1, item, 0);
            CallId second = events.nextCall();
            if (item == 3 || item == 7) {
                CallId first = events.nextCall();
                outcomes.add(events.failed(small, 1, first, false, FailureKind.RATE_LIMITED));
                outcomes.add(events.failed(small, 2, second, true, FailureKind.DEADLINE));
                charges.add(events.charge(small, 1, first, Charge.Status.CONFIRMED, "0.002"));
            } else {
                outcomes.add(events.answered(small, 1, second, "short"));
                scores.add(events.score(small, 1));
            }
            charges.add(events.charge(small, 2, second, Charge.Status.CONFIRMED, "0.001"));
        }
        new OutcomeStore(database, keys).store(outcomes);
        new ScoreStore(database, keys).store(List.of(events.scored(1, scores.stream())));
        new ChargeStore(database, keys).store(List.of(events.charged(charges.toArray(Charge[]::new))));
    }

    private SampleView.Page page(SampleFilter filter) {
        return samples.page(run, filter, Optional.empty(), 500);
    }

    @Test
    void pages_come_in_order_and_have_every_sample_once() {
        // Given
        Set<String> seen = new HashSet<>();
        List<SampleView> all = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();

        // When
        do {
            SampleView.Page page = samples.page(run, ALL, cursor, 3);
            all.addAll(page.samples());
            cursor = Cursor.parse(page.next(), 3);
        } while (cursor.isPresent());

        // Then
        all.forEach(sample -> seen.add(sample.task()));
        assertThat(all).hasSize(20);
        assertThat(seen).hasSize(20);
        assertThat(all).isSortedAccordingTo((a, b) -> TaskId.parse(a.task()).compareTo(TaskId.parse(b.task())));
    }

    @Test
    void a_sample_that_a_metric_could_not_score_says_why() {
        // Given
        TaskId task = events.task(0, 0, 0);
        SampleScore without = new SampleScore(
                task, Map.of("last", "42"), Map.of(), Map.of("exact_match", "the item has no reference"));
        new ScoreStore(database, new RunKeys()).store(List.of(events.scored(2, Stream.of(without))));

        // When
        SampleView listed = page(ALL).samples().getFirst();
        SampleView.Detail whole = samples.one(run, 0, 0, 0);

        // Then
        assertThat(listed.scores()).isEmpty();
        assertThat(listed.unscored()).containsEntry("exact_match", "the item has no reference");
        assertThat(whole.unscored()).isEqualTo(listed.unscored());
    }

    @Test
    void a_list_shows_the_beginning_of_answers_and_what_they_cost() {
        // When
        SampleView first = page(ALL).samples().getFirst();

        // Then
        assertThat(first.answer()).hasSize(280);
        assertThat(first.cost()).isEqualTo(Money.usd("0.01"));
        assertThat(first.scores()).containsEntry("exact_match", 0.0);
        assertThat(first.extracted()).containsEntry("last", "42");
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(first.totalMs()).isEqualTo(2.0);
        assertThat(first.ttftMs()).isEqualTo(1.0);
        assertThat(first.category()).isEqualTo("even");
    }

    @Test
    void a_sample_that_was_tried_twice_costs_both_calls() {
        // When
        SampleFilter failed = new SampleFilter(1, null, OutcomeKind.FAILED, null, null, null, null);
        List<SampleView> found = page(failed).samples();

        // Then
        assertThat(found).extracting(SampleView::item).containsExactly(3, 7);
        assertThat(found).extracting(SampleView::attempts).containsOnly(2);
        assertThat(found).extracting(SampleView::cost).containsOnly(Money.usd("0.003"));
        assertThat(found).extracting(SampleView::failure).containsOnly("DEADLINE");
    }

    @Test
    void items_come_by_pages_with_what_the_prompt_shows_of_them() {
        // Given: the dataset has two items more than were asked
        List<String> texts = new ArrayList<>();
        for (int item = 0; item < 12; item++) {
            texts.add("{\"question\": \"What is " + item + "?\", \"answer\": \"" + item + "\"}");
        }
        StoredRuns.dataset(database, run, texts);
        Items items = new Items(database, new SampleTexts());
        List<ItemView> all = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();

        // When
        do {
            ItemView.Page page = items.page(run, cursor, 4);
            all.addAll(page.items());
            cursor = Cursor.parse(page.next(), 1);
        } while (cursor.isPresent());

        // Then
        assertThat(all).extracting(ItemView::item).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(all.get(7).text()).isEqualTo("What is 7?");
        assertThat(all.get(7).fields()).containsEntry("answer", "7").hasSize(2);
    }

    @Test
    void flips_of_a_form_come_by_pages_with_both_samples() {
        // Given: asked twice, as they are and in two forms, of which the second one costs every third item its first
        // answer
        database = TestDatabase.empty();
        RunDefinition asked = events.definition(10, 2);
        RunDefinition forms = new RunDefinition(
                asked.id(),
                asked.group(),
                asked.name(),
                asked.benchmark(),
                asked.models(),
                asked.items(),
                asked.repeats(),
                asked.seed(),
                null,
                asked.priceBook(),
                asked.attempts(),
                asked.tags(),
                null,
                List.of(),
                List.of(
                        new VariantUse("loud", VariantUse.Kind.PERTURBATION, "letter_case", Map.of()),
                        new VariantUse("gender", VariantUse.Kind.COUNTERFACTUAL, "gender", Map.of())));
        StoredRun withForms = StoredRuns.insert(database, forms);
        List<AttemptOutcome> outcomes = new ArrayList<>();
        List<SampleScore> scores = new ArrayList<>();
        for (int item = 0; item < 10; item++) {
            for (int repeat = 0; repeat < 6; repeat++) {
                TaskId task = events.task(0, item, repeat);
                outcomes.add(events.answered(task, 1, events.nextCall(), "a"));
                scores.add(events.score(task, repeat == 4 && item % 3 == 0 ? 0 : 1));
            }
        }
        new OutcomeStore(database, new RunKeys()).store(outcomes);
        new ScoreStore(database, new RunKeys()).store(List.of(events.scored(1, scores.stream())));
        FormFlips flips = new FormFlips(database);

        // When
        FormFlips.Wanted gender = new FormFlips.Wanted("exact_match", 1, 0, true);
        FormFlipView.Page first = flips.page(withForms, gender, Optional.empty(), 3);
        FormFlipView.Page second = flips.page(withForms, gender, Cursor.parse(first.next(), 3), 3);
        FormFlipView.Page loud =
                flips.page(withForms, new FormFlips.Wanted("exact_match", 0, null, null), Optional.empty(), 3);
        FormFlipView.Page better =
                flips.page(withForms, new FormFlips.Wanted("exact_match", 1, null, false), Optional.empty(), 3);

        // Then
        assertThat(first.flips()).extracting(FormFlipView::itemId).containsExactly("item-0", "item-3", "item-6");
        assertThat(second.flips()).extracting(FormFlipView::itemId).containsExactly("item-9");
        assertThat(second.next()).isNull();
        FormFlipView flip = second.flips().getFirst();
        assertThat(flip.variant()).isEqualTo("gender");
        assertThat(flip.difference()).isEqualTo(-1);
        assertThat(flip.original().task()).isEqualTo(events.task(0, 9, 0).toString());
        assertThat(flip.changed().task()).isEqualTo(events.task(0, 9, 4).toString());
        assertThat(flip.original().extracted()).containsEntry("last", "42");
        assertThat(loud.flips()).isEmpty();
        assertThat(better.flips()).isEmpty();
    }

    @Test
    void filters_go_together() {
        // When
        List<SampleView> odd = page(new SampleFilter(0, "odd", null, "exact_match", 0.3, 0.7, null))
                .samples();
        List<SampleView> byId = page(new SampleFilter(null, null, null, null, null, null, "ITEM-4"))
                .samples();
        List<SampleView> none = page(new SampleFilter(null, "nowhere", null, null, null, null, null))
                .samples();

        // Then
        assertThat(odd).extracting(SampleView::item).containsExactly(3, 5, 7);
        assertThat(byId).extracting(SampleView::task).hasSize(2);
        assertThat(none).isEmpty();
    }

    @Test
    void one_sample_is_shown_with_all_attempts() {
        // When
        SampleView.Detail sample = samples.one(run, 1, 3, 0);

        // Then
        assertThat(sample.message()).isEqualTo("it failed");
        assertThat(sample.attemptList())
                .extracting(SampleView.AttemptView::attempt)
                .containsExactly(1, 2);
        assertThat(sample.attemptList())
                .extracting(SampleView.AttemptView::decided)
                .containsExactly(false, true);
        assertThat(sample.attemptList().getFirst().failure()).isEqualTo("RATE_LIMITED");
        assertThat(sample.attemptList().getFirst().cost()).isEqualTo(Money.usd("0.002"));
        assertThat(sample.attemptList().getFirst().httpStatus()).isEqualTo(503);
        assertThat(sample.attemptList().getFirst().headers()).containsEntry("x-request-id", "r-3");
        assertThat(sample.prompt()).isNull();
    }

    @Test
    void a_sample_that_is_not_charged_yet_has_no_cost() {
        // Given
        database.change(connection -> {
            var unused =
                    dev.assay.gateway.database.Query.of("delete from charge").run(connection);
        });

        // When
        SampleView.Detail sample = samples.one(run, 0, 0, 0);

        // Then
        assertThat(sample.cost()).isNull();
        assertThat(sample.answer()).hasSize(301);
        assertThat(sample.usage()).isEqualTo(new SampleView.UsageView(100, 0, 20, 0, false));
    }
}
