package dev.assay.gateway.database;

/** Makes any text storable: Postgres has no NUL, so it becomes U+FFFD, the replacement character. */
public final class StorableText {

    private StorableText() {}

    public static String of(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
