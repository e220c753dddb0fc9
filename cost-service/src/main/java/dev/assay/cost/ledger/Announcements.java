package dev.assay.cost.ledger;

import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.Outgoing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tells the others what calls and runs cost. Returns when all of it is durable. Thread-safe. */
final class Announcements {

    /** The most entries in one record. */
    static final int CHUNK = 500;

    private final Consumer<List<Outgoing>> publish;
    private final IdSource ids;
    private final Clock clock;

    /** @param publish returns when all events are durable, and throws otherwise */
    Announcements(Consumer<List<Outgoing>> publish, IdSource ids, Clock clock) {
        this.publish = publish;
        this.ids = ids;
        this.clock = clock;
    }

    void calls(Collection<CallEntry> entries) {
        Map<RunId, List<CallEntry>> byRun = new LinkedHashMap<>();
        entries.forEach(entry -> byRun.computeIfAbsent(entry.report().run(), run -> new ArrayList<>())
                .add(entry));
        List<Outgoing> events = new ArrayList<>();
        byRun.forEach((run, ofRun) -> {
            for (int from = 0; from < ofRun.size(); from += CHUNK) {
                events.add(chunk(run, ofRun.subList(from, Math.min(ofRun.size(), from + CHUNK))));
            }
        });
        if (!events.isEmpty()) {
            publish.accept(events);
        }
    }

    private Outgoing chunk(RunId run, List<CallEntry> entries) {
        GroupId group = entries.getFirst().report().group();
        return new Outgoing(
                Topic.CHARGES,
                run.value(),
                new ChargeEvent.CallsCharged(
                        ids.nextEvent(),
                        clock.instant(),
                        group,
                        run,
                        entries.stream().map(CallEntry::charge).toList()));
    }

    void spent(List<Expenses.Spent> runs) {
        publish.accept(runs.stream()
                .map(run -> new Outgoing(
                        Topic.CHARGES,
                        run.run().value(),
                        new ChargeEvent.RunSpent(
                                ids.nextEvent(),
                                clock.instant(),
                                run.group(),
                                run.run(),
                                run.calls(),
                                run.total(),
                                run.dearest())))
                .toList());
    }

    void run(RunId run, GroupId group, long calls, long unpriced, Money total) {
        publish.accept(List.of(new Outgoing(
                Topic.CHARGES,
                run.value(),
                new ChargeEvent.RunCharged(ids.nextEvent(), clock.instant(), group, run, calls, unpriced, total))));
    }
}
