package dev.assay.workers.provider;

/**
 * What a provider said about a failed call. Empty texts where it said nothing.
 *
 * @param type the error's family, such as {@code invalid_request_error}
 * @param code the error's own name, such as {@code context_length_exceeded}
 * @param message its text as it came: may quote the prompt or the key, so it is only to be shown by {@link ErrorText}
 */
record ProviderError(String type, String code, String message) {

    static final ProviderError NONE = new ProviderError("", "", "");
}
