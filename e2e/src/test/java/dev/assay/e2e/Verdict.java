package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What must hold after whatever happened to a run. */
final class Verdict {

    private Verdict() {}

    /** Every sample has one outcome and its scores, and the ledger equals the provider's own log. */
    static void nothingIsLostOrDoubled(ServerProcess server, String run, int samples) {
        JsonNode view = server.run(run);
        assertThat(view.get("state").asText()).isEqualTo("COMPLETE");
        assertThat(view.at("/progress/answered").asInt()).isEqualTo(samples);
        assertThat(view.at("/progress/scored").asInt()).isEqualTo(samples);
        ledgerEqualsTheProvidersLog(server, run);
    }

    /** A call that was repeated after a crash may end, and be charged, after the run did. */
    static void ledgerEqualsTheProvidersLog(ServerProcess server, String run) {
        await().atMost(ServerProcess.LONG).untilAsserted(() -> {
            JsonNode totals = server.chargeTotals(run);
            JsonNode calls = server.simulatorCalls(run);
            // Entries of calls that the provider never saw are void, and not among these.
            assertThat(totals.get("calls").asInt())
                    .as("ledger entries %s, calls %s", totals, calls)
                    .isEqualTo(calls.get("calls").asInt());
            assertThat(totals.get("unconfirmed").asInt())
                    .as("unconfirmed entries")
                    .isZero();
        });
    }

    /** The part of a report that two runs of one manifest share. */
    static String lasting(JsonNode report) {
        ObjectNode copy = report.deepCopy();
        copy.remove("run");
        copy.remove("timing");
        return copy.toPrettyString();
    }
}
