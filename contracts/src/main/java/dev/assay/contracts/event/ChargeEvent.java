package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import java.time.Instant;
import java.util.List;

/** What calls cost; from the cost service, keyed by run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ChargeEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChargeEvent.CallsCharged.class, name = "calls-charged"),
    @JsonSubTypes.Type(value = ChargeEvent.RunSpent.class, name = "run-spent"),
    @JsonSubTypes.Type(value = ChargeEvent.RunCharged.class, name = "run-charged")
})
public sealed interface ChargeEvent {

    /** Ledger entries of some calls, at most 500 of one run. A call may come again: the last entry holds. */
    record CallsCharged(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, List<Charge> charges)
            implements ChargeEvent {

        public CallsCharged {
            charges = List.copyOf(charges);
        }
    }

    /**
     * What a run with a budget has cost so far. Of several the one with the most calls holds, and the last of those.
     *
     * @param calls entries, voided ones included
     * @param dearest the most that one of them cost
     */
    record RunSpent(
            EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, long calls, Money total, Money dearest)
            implements ChargeEvent {}

    /**
     * The ledger of a settled run is complete.
     *
     * @param calls entries that were not voided
     * @param unpriced how many of them have no price
     */
    record RunCharged(
            EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, long calls, long unpriced, Money total)
            implements ChargeEvent {}

    /** Written by a newer version. */
    record Unrecognised() implements ChargeEvent {}
}
