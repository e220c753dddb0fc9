package dev.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A run of additions, as many as asked for, and how long it took. */
final class Workload {

    /** Each look is a request that the measured processes answer; fifty a second took six hundredths of their CPU. */
    private static final long POLL_MILLIS = 100;

    private static final String SPEC = """
            name: %s
            benchmark:
              name: additions
              dataset: {hash: "%s"}
              prompt: "What is {{ a }} plus {{ b }}? Think briefly and end with: The answer is N."
              target: answer
              extract: [flexible_number]
              metrics: [numeric]
            models: [%s]
            """;

    private final Server server;
    private final String model;

    Workload(Server server, String model) {
        this.server = server;
        this.model = model;
    }

    /** @param seconds from the submission to COMPLETE, with every outcome, score and charge stored */
    record Result(String run, double seconds) {}

    /** Runs while something looks on every now and then. */
    interface Observer {
        void look() throws IOException;
    }

    Result run(String name, int samples, Observer observer) throws IOException, InterruptedException {
        JsonNode dataset = server.post("/api/v1/datasets?format=jsonl", "application/x-ndjson", items(samples));
        String spec = SPEC.formatted(name, dataset.get("dataset").asText(), model);
        long begun = System.nanoTime();
        String run =
                server.post("/api/v1/runs", "application/yaml", spec).get("id").asText();
        while (true) {
            JsonNode view = server.get("/api/v1/runs/" + run);
            String state = view.get("state").asText();
            if (state.equals("COMPLETE")) {
                return new Result(run, (System.nanoTime() - begun) / 1e9);
            }
            if (state.equals("FAILED") || state.equals("PARTIAL") || state.equals("CANCELLED")) {
                throw new IOException(
                        "the run ended as " + state + ": " + view.path("reason").asText());
            }
            observer.look();
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static String items(int samples) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < samples; i++) {
            int a = 17 + i;
            int b = 3 + (i * 7) % 1000;
            items.append(String.format(
                    Locale.ROOT,
                    "{\"id\":\"sum-%d\",\"category\":\"c%d\",\"a\":%d,\"b\":%d,\"answer\":\"%d\"}%n",
                    i,
                    i % 4,
                    a,
                    b,
                    a + b));
        }
        return items.toString();
    }
}
