package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where a run is. The last four before {@link #UNKNOWN} are final. */
public enum RunState {
    /** Accepted; its dataset is being pinned. */
    PLANNING,
    /** Tasks are dispatched. */
    RUNNING,
    /** Nothing new is dispatched until it is resumed. */
    PAUSED,
    /** Every sample has its outcome; scores and charges are being completed. */
    FINISHING,
    /** Every sample was answered or refused, scored and charged. */
    COMPLETE,
    /** It ended, but some samples have no answer: read the coverage. */
    PARTIAL,
    /** It stopped for a cause that would have failed every sample. */
    FAILED,
    /** Somebody cancelled it. */
    CANCELLED,
    /** Written by a newer version. */
    @JsonEnumDefaultValue
    UNKNOWN;

    public boolean isFinal() {
        return switch (this) {
            case COMPLETE, PARTIAL, FAILED, CANCELLED -> true;
            case PLANNING, RUNNING, PAUSED, FINISHING, UNKNOWN -> false;
        };
    }
}
