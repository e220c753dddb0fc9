package dev.assay.contracts.spec.document;

/** Ends the reading of a text at its first fault. Never leaves this package. */
final class FaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;
    private final boolean syntax;

    FaultException(Fault fault) {
        this(fault, false);
    }

    private FaultException(Fault fault, boolean syntax) {
        super(fault.message());
        this.fault = fault;
        this.syntax = syntax;
    }

    /** The text is not in the language that it was read as; it may still be in another. */
    static FaultException ofSyntax(Fault fault) {
        return new FaultException(fault, true);
    }

    boolean isSyntax() {
        return syntax;
    }

    Fault fault() {
        return fault;
    }
}
