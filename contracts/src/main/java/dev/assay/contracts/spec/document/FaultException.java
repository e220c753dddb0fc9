package dev.assay.contracts.spec.document;

/** Ends the reading of a text at its first fault. Never leaves this package. */
final class FaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    FaultException(Fault fault) {
        super(fault.message());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
