package dev.assay.gateway.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.ProviderWait;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.RunState;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.fixtures.FixedClock;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.results.ChargeStore;
import dev.assay.gateway.results.RunEventStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.web.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunsTest {

    private static final GroupId VISION = new GroupId("vision-lab");
    private static final GroupId NLP = new GroupId("nlp-lab");
    private static final Scope OF_VISION = new Scope.OneGroup(VISION);
    private static final Scope OF_NLP = new Scope.OneGroup(NLP);
    private static final Runs.Filter ANY = new Runs.Filter(null, null, null);

    private final FixedClock clock = new FixedClock();
    private Database database;
    private Runs runs;
    private StoredRun first;
    private StoredRun second;
    private StoredRun foreign;

    @BeforeEach
    void two_runs_of_one_group_and_one_of_another() {
        database = TestDatabase.empty();
        runs = new Runs(database, clock);
        first = StoredRuns.insert(database, new Samples(1, "sim-large").definition(VISION, 10, 1));
        second = StoredRuns.insert(database, new Samples(2, "sim-large").definition(VISION, 10, 1));
        foreign = StoredRuns.insert(database, new Samples(3, "sim-large").definition(NLP, 10, 1));
    }

    @Test
    void a_run_is_found_by_its_id_by_its_beginning_and_as_the_latest() {
        // Given
        String id = second.id().value();
        int unique = 1;
        while (first.id().value().startsWith(id.substring(0, unique))
                || foreign.id().value().startsWith(id.substring(0, unique))) {
            unique++;
        }

        // When / Then
        assertThat(runs.find(OF_VISION, id).id()).isEqualTo(second.id());
        assertThat(runs.find(OF_VISION, id.substring(0, unique)).id()).isEqualTo(second.id());
        assertThat(runs.find(OF_VISION, "latest").id()).isEqualTo(second.id());
        assertThat(runs.find(new Scope.AllGroups(), "latest").id()).isEqualTo(foreign.id());
    }

    @Test
    void a_call_that_the_provider_never_saw_is_not_counted_as_charged() {
        // Given
        Samples samples = new Samples(4, "sim-large");
        StoredRun run = StoredRuns.insert(database, samples.definition(VISION, 10, 1));
        CallId lost = samples.nextCall();
        ChargeStore charges = new ChargeStore(database, new RunKeys());
        charges.store(List.of(samples.charged(
                samples.charge(samples.task(0, 0, 0), 1, lost, Charge.Status.UNCONFIRMED, "0.5"),
                samples.charge(samples.task(0, 0, 0), 2, samples.nextCall(), Charge.Status.CONFIRMED, "0.25"),
                samples.charge(samples.task(0, 1, 0), 1, samples.nextCall(), Charge.Status.CONFIRMED, "0.25"))));

        // When
        charges.store(
                List.of(samples.charged(samples.charge(samples.task(0, 0, 0), 1, lost, Charge.Status.VOID, "0"))));

        // Then
        RunView view = runs.view(OF_VISION, run.id().value());
        assertThat(view.progress().charged()).isEqualTo(2).isEqualTo(view.cost().calls());
        assertThat(view.cost().unconfirmed()).isZero();
        assertThat(view.cost().spend()).isEqualTo(Money.usd("0.5"));
    }

    @Test
    void a_beginning_that_several_runs_have_is_not_enough() {
        // Given: ids of one millisecond begin alike.
        String beginning = first.id().value().substring(0, 10);

        // When / Then
        assertThatThrownBy(() -> runs.find(OF_VISION, beginning))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("several runs");
        assertThat(runs.find(OF_NLP, beginning).id()).isEqualTo(foreign.id());
    }

    @Test
    void what_is_no_id_and_what_is_anothers_is_not_there() {
        // When / Then
        for (String name :
                List.of("", "abc", "____", "%%%%", "01JD3X5M", foreign.id().value(), "0".repeat(27))) {
            assertThatThrownBy(() -> runs.find(OF_VISION, name))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().status())
                                    .as(name)
                                    .isEqualTo(404));
        }
    }

    @Test
    void a_wait_for_the_provider_is_seen_until_its_time_has_come_and_while_the_run_goes_on() {
        // Given
        Samples samples = new Samples(1, "sim-large");
        RunEventStore events = new RunEventStore(database, new RunKeys());
        Instant until = clock.instant().plusSeconds(3_600);
        ProviderWait wait = new ProviderWait(new ModelId("sim-large"), until, FailureKind.RATE_LIMITED);
        var unused = events.store(List.of(samples.state(RunState.RUNNING, null), samples.waiting(List.of(wait))));
        String id = first.id().value();

        // When
        RunView before = runs.view(OF_VISION, id);
        unused = events.store(List.of(samples.state(RunState.PAUSED, null)));
        RunView paused = runs.view(OF_VISION, id);
        unused = events.store(List.of(samples.state(RunState.RUNNING, null)));
        RunView listed = runs.list(OF_VISION, ANY, Optional.empty(), 10).runs().getLast();
        clock.advance(Duration.ofHours(1));
        RunView after = runs.view(OF_VISION, id);

        // Then
        RunView.Wait seen = new RunView.Wait(new ModelId("sim-large"), until, FailureKind.RATE_LIMITED);
        assertThat(before.waits()).containsExactly(seen);
        assertThat(paused.waits()).isEmpty();
        assertThat(listed.waits()).containsExactly(seen);
        assertThat(after.waits()).isEmpty();
    }

    @Test
    void lists_are_of_the_scope_and_go_on_where_they_stopped() {
        // When
        Runs.Page page = runs.list(OF_VISION, ANY, Optional.empty(), 1);
        Runs.Page rest = runs.list(OF_VISION, ANY, Cursor.parse(page.next(), 1), 1);
        Runs.Page byName = runs.list(OF_VISION, new Runs.Filter(null, null, "A RUN"), Optional.empty(), 10);
        Runs.Page ofOthers = runs.list(OF_VISION, new Runs.Filter(null, "nlp-lab", null), Optional.empty(), 10);
        Runs.Page all = runs.list(new Scope.AllGroups(), ANY, Optional.empty(), 10);

        // Then
        assertThat(page.runs()).extracting(RunView::id).containsExactly(second.id());
        assertThat(rest.runs()).extracting(RunView::id).containsExactly(first.id());
        assertThat(rest.next()).isNull();
        assertThat(byName.runs()).hasSize(2);
        assertThat(ofOthers.runs()).isEmpty();
        assertThat(all.runs()).extracting(RunView::group).containsExactly(NLP, VISION, VISION);
    }
}
