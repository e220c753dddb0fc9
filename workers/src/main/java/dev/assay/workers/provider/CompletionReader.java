package dev.assay.workers.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.json.EventJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat completions, and chunks of streamed ones. Those that look as usual are read without data binding, for half
 * the work; the data binding has the last word on all others, so that what is accepted and what is made of it is its own.
 */
final class CompletionReader {

    private static final JsonFactory JSON = EventJson.mapper().getFactory();
    private static final ObjectReader BINDING = EventJson.mapper().readerFor(ChatCompletion.class);

    private CompletionReader() {}

    /**
     * What a provider wrote; null if it wrote the JSON null.
     *
     * @throws IOException if it is not JSON, or something in it is of another kind than in a completion
     */
    static @Nullable ChatCompletion read(byte[] json) throws IOException {
        ChatCompletion usual = UsualCompletion.read(JSON, json);
        return usual != null ? usual : BINDING.readValue(json);
    }
}
