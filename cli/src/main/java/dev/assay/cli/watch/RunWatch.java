package dev.assay.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.api.Refusal;
import dev.assay.cli.api.Unreachable;
import dev.assay.cli.text.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Waits for the end of a run.
 *
 * @param api to ask
 * @param pause between two questions
 * @param patience how long the server may be away
 * @param nanos a monotonic clock
 */
public record RunWatch(Api api, Duration pause, Duration patience, LongSupplier nanos) {

    private static final int SERVER_ERROR = 500;

    /** Asks every 300 milliseconds, and bears a server that is away for a minute. */
    public static RunWatch of(Api api) {
        return new RunWatch(api, Duration.ofMillis(300), Duration.ofSeconds(60), System::nanoTime);
    }

    /**
     * Returns the run's view when its state is final.
     *
     * @throws Unreachable if the server is away for longer than the patience
     */
    public JsonNode awaitEnd(String run, Progress progress) throws InterruptedException {
        long begun = nanos.getAsLong();
        long heard = begun;
        while (true) {
            try {
                JsonNode view = api.get(Query.run(run, "").text());
                heard = nanos.getAsLong();
                String line = RunWords.line(view, Duration.ofNanos(heard - begun));
                if (RunWords.isFinal(view)) {
                    progress.end(line);
                    return view;
                }
                progress.update(line, heard);
            } catch (Unreachable e) {
                away(e, heard, progress);
            } catch (Refusal e) {
                if (e.httpStatus() < SERVER_ERROR) {
                    throw e;
                }
                away(e, heard, progress);
            }
            Thread.sleep(pause.toMillis());
        }
    }

    private void away(RuntimeException why, long heard, Progress progress) {
        long now = nanos.getAsLong();
        if (now - heard > patience.toNanos()) {
            progress.leave();
            throw why;
        }
        progress.update("the server does not answer; trying again …", now);
    }
}
