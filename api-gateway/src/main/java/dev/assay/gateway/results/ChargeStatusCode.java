package dev.assay.gateway.results;

import dev.assay.contracts.event.Charge;

/** How the status of a ledger entry is stored. */
final class ChargeStatusCode {

    private ChargeStatusCode() {}

    static short of(Charge.Status status) {
        return switch (status) {
            case CONFIRMED -> 1;
            case UNCONFIRMED -> 2;
            case VOID -> 3;
            case UNPRICED -> 4;
            case UNKNOWN -> 0;
        };
    }

    static Charge.Status status(int code) {
        return switch (code) {
            case 1 -> Charge.Status.CONFIRMED;
            case 2 -> Charge.Status.UNCONFIRMED;
            case 3 -> Charge.Status.VOID;
            case 4 -> Charge.Status.UNPRICED;
            default -> Charge.Status.UNKNOWN;
        };
    }
}
