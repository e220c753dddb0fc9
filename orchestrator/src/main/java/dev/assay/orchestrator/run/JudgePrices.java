package dev.assay.orchestrator.run;

import dev.assay.contracts.event.Charge;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a call of each judge of a run with a budget costs, as far as it is known. Judges begin when answers are there, and
 * may be much dearer than all calls before; so one call of each shows what it costs before others begin. Not stored: after
 * a restart it is shown again.
 */
final class JudgePrices {

    private final int models;
    private final List<ModelId> called;
    private final Set<ModelId> known = new HashSet<>();
    private final Set<ModelId> begun = new HashSet<>();
    private BigDecimal dearest = BigDecimal.ZERO;

    JudgePrices(RunDefinition run) {
        models = run.models().size();
        called = run.lanes().stream().map(ModelUse::id).toList();
    }

    /** Learns from ledger entries of the run. A call that brought no text says nothing, unless there is no price at all. */
    void apply(List<Charge> charges) {
        for (Charge charge : charges) {
            if (charge.attemptId().task().model() < models) {
                continue;
            }
            if (charge.usage().outputTokens() > 0 || charge.status() == Charge.Status.UNPRICED) {
                known.add(charge.model());
            }
            if (charge.amount() != null) {
                dearest = dearest.max(charge.amount().amount());
            }
        }
    }

    /** The most that a call of a judge cost. */
    BigDecimal dearest() {
        return dearest;
    }

    /** Whether a lane's calls have a price that nobody knows. */
    boolean isUnknown(Lane lane) {
        return lane.judgement && !known.contains(model(lane));
    }

    /** Whom a lane's tasks call. */
    ModelId model(Lane lane) {
        return called.get(lane.model);
    }

    /** A call of a lane begins. */
    void begin(Lane lane) {
        if (lane.judgement) {
            begun.add(model(lane));
        }
    }

    /**
     * Whether a call that shows what a lane's calls cost is on its way, or may wait for its charge.
     *
     * @param uncharged whether calls of the run were made that have no charge yet
     */
    boolean isAsked(Lane lane, List<Lane> lanes, boolean uncharged) {
        return (uncharged && begun.contains(model(lane)))
                || lanes.stream()
                        .anyMatch(other -> other.judgement
                                && other.onTheirWay > 0
                                && model(other).equals(model(lane)));
    }
}
