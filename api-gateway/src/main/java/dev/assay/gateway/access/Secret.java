package dev.assay.gateway.access;

/** A secret from the configuration. Never printed. */
public record Secret(String value) {

    private static final int SHORTEST = 16;

    public Secret {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("a secret has at least " + SHORTEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
