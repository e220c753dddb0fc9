package dev.assay.cost.ledger;

/**
 * What an entry rests on, from vague to sure. Of two that are said of one call the surer one holds, whichever came
 * first; so the order of events does not matter.
 */
enum Basis {
    /** The worker died: tokens as similar calls used them. */
    ESTIMATED,
    /**
     * The call ended without a word on tokens (deadline, cut, cancelled): taken as none. A provider that gives
     * statements is asked.
     */
    ASSUMED,
    /** The provider's statement does not know the call: none. */
    NEVER_SERVED,
    /** The provider's statement. */
    STATED,
    /** The response itself: usage, or the status of a refused call. */
    REPORTED;

    boolean isSurerThan(Basis other) {
        return compareTo(other) > 0;
    }

    /** Whether the provider's statement would say more. */
    boolean isInDoubt() {
        return this == ESTIMATED || this == ASSUMED;
    }
}
