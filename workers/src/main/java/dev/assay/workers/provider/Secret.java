package dev.assay.workers.provider;

/** A provider's key. Its text is shown nowhere: not in logs, events or messages. */
final class Secret {

    private final String text;

    Secret(String text) {
        this.text = text;
    }

    /** For the Authorization header alone, and to find the key in texts that must not hold it. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
