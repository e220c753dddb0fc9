package dev.assay.simulator.chat;

import dev.assay.simulator.limit.ModelGate;
import dev.assay.simulator.model.ModelSpec;
import java.util.concurrent.atomic.AtomicLong;

/** A model that is being served: its configuration, which may change, and its quota, which outlives changes. Thread-safe. */
public final class ServedModel {

    private final ModelGate gate = new ModelGate();
    private final AtomicLong arrivals = new AtomicLong();
    private volatile ModelSpec spec;

    ServedModel(ModelSpec spec) {
        this.spec = spec;
    }

    /** The configuration that holds now. */
    public ModelSpec spec() {
        return spec;
    }

    void become(ModelSpec changed) {
        spec = changed;
    }

    ModelGate gate() {
        return gate;
    }

    /** Counts the calls that tell no attempt, from 1: each is an attempt of its own to the error script. */
    long nextArrival() {
        return arrivals.incrementAndGet();
    }
}
