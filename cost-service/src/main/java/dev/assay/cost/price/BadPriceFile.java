package dev.assay.cost.price;

/** A price file cannot be used; nothing of it was taken over. */
public final class BadPriceFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    BadPriceFile(String reason) {
        super(reason);
        this.reason = reason;
    }

    BadPriceFile(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Says where and why, for people. */
    String reason() {
        return reason;
    }
}
