package dev.assay.workers.likelihood;

/** Why what a provider sent is no judgement of a text. The message is a clause about the provider and holds no text. */
final class NotJudged extends Exception {

    private static final long serialVersionUID = 1L;

    NotJudged(String complaint) {
        super(complaint, null, false, false);
    }

    String complaint() {
        return String.valueOf(getMessage());
    }
}
