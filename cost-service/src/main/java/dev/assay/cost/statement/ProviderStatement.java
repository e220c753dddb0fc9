package dev.assay.cost.statement;

import dev.assay.contracts.id.CallId;
import dev.assay.contracts.registry.Connection;
import java.io.IOException;

/** Asks a kind of provider about single calls. Thread-safe. */
public interface ProviderStatement {

    /** Whether providers that are reached in this way give statements. */
    boolean covers(Connection connection);

    /**
     * Asks about a call.
     *
     * @throws IOException if the provider could not be reached or did not answer sensibly: ask again later
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    Statement about(CallId call, Connection connection) throws IOException, InterruptedException;
}
