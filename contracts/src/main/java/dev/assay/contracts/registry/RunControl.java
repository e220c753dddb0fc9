package dev.assay.contracts.registry;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.RunState;

/** Tells workers that calls of a run may not begin: it is paused or over. Absent for runs that go on. */
public record RunControl(RunId run, RunState state) implements ControlRecord {

    @Override
    public String key() {
        return keyOf(run);
    }

    public static String keyOf(RunId run) {
        return "run/" + run;
    }

    /** Whether a call of the run may begin. */
    public boolean mayCall() {
        return state == RunState.RUNNING;
    }
}
