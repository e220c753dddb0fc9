package dev.assay.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.api.Refusal;
import dev.assay.cli.api.Unreachable;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Waits for the end of a run.
 *
 * @param api to ask
 * @param pause between two questions
 * @param patience how long the server may be away
 * @param standstill how long nothing may happen to the run before it is given up
 * @param nanos a monotonic clock
 */
public record RunWatch(Api api, Duration pause, Duration patience, Duration standstill, LongSupplier nanos) {

    private static final int SERVER_ERROR = 500;

    /** Asks every 300 milliseconds, and bears a server that is away for a minute. */
    public static RunWatch of(Api api) {
        return new RunWatch(
                api, Duration.ofMillis(300), Duration.ofSeconds(60), Duration.ofDays(365), System::nanoTime);
    }

    /** Gives up when nothing happens to the run for so long. */
    public RunWatch during(Duration atMost) {
        return new RunWatch(api, pause, patience, atMost, nanos);
    }

    /**
     * Returns the run's view when its state is final.
     *
     * @throws Unreachable if the server is away for longer than the patience
     */
    public JsonNode awaitEnd(String run, Progress progress) throws InterruptedException {
        long begun = nanos.getAsLong();
        long heard = begun;
        long moved = begun;
        String place = "";
        while (true) {
            try {
                JsonNode view = api.get(Query.run(run, "").text());
                heard = nanos.getAsLong();
                String line = RunWords.line(view, Duration.ofNanos(heard - begun));
                if (RunWords.isFinal(view)) {
                    progress.end(line);
                    return view;
                }
                String now = view.path("state").asText() + view.path("progress");
                moved = now.equals(place) ? moved : heard;
                place = now;
                requireMove(view, heard - moved, progress);
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

    private void requireMove(JsonNode view, long still, Progress progress) {
        if (still > standstill.toNanos()) {
            progress.leave();
            throw Failure.error(
                    "Nothing has happened to run " + view.path("id").asText() + " for "
                            + Figures.duration(Duration.ofNanos(still)) + ": "
                            + view.path("state").asText() + ", " + RunWords.share(view) + ".",
                    "The server's log, assay.log in the data folder, may say why.");
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
