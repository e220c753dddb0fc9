package dev.assay.standalone.start;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The order in which everything stops, and how long each stage may take. What takes longer is left to end with the
 * process, and the next start continues all the same, as after a kill. Whoever waits is told for what. Thread-safe.
 */
final class Stop {

    /** One after the other; broker and database outlive the services. */
    enum Stage {
        /** Running calls may take the workers' drain time of two minutes; the rest is a matter of seconds. */
        SERVICES("the services, whose running calls may end", Duration.ofSeconds(150)),
        BROKER("the broker", Duration.ofSeconds(30)),
        DATABASE("the database", Duration.ofSeconds(30));

        private final String words;
        private final Duration within;

        Stage(String words, Duration within) {
            this.words = words;
            this.within = within;
        }

        Duration within() {
            return within;
        }
    }

    /** What a stage does. */
    @FunctionalInterface
    interface Action {

        void run() throws Exception;
    }

    private static final Duration SAY_EVERY = Duration.ofSeconds(5);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final PrintStream err;
    private final Duration sayEvery;
    private volatile Stage stage = Stage.SERVICES;
    private volatile boolean asked;

    Stop(PrintStream err) {
        this(err, SAY_EVERY);
    }

    Stop(PrintStream err, Duration sayEvery) {
        this.err = err;
        this.sayEvery = sayEvery;
    }

    /** Runs a stage; returns when it has ended or its time is over, whichever is first. */
    void run(Stage next, Action action) throws InterruptedException {
        run(next, next.within, action);
    }

    void run(Stage next, Duration within, Action action) throws InterruptedException {
        stage = next;
        Thread running =
                Thread.ofPlatform().name("stop-" + next.name()).daemon().start(() -> attempt(next, action));
        if (!running.join(within)) {
            err.println("Assay left " + next.words + " to end with the process, after " + within.toSeconds() + " s.");
        }
    }

    private void attempt(Stage next, Action action) {
        try {
            action.run();
        } catch (Exception e) {
            err.println("Assay could not stop " + next.words + " in order: " + e);
        }
    }

    /** All stages are over. */
    void over() {
        stopped.countDown();
    }

    /** Whether somebody waits for the end: a start that is still going on begins nothing more. */
    boolean isAsked() {
        return asked;
    }

    /**
     * Waits until all stages are over, and says what is waited for.
     *
     * @return whether they were within the given time
     */
    boolean await(Duration atMost) throws InterruptedException {
        asked = true;
        long until = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); left > 0; left = until - System.nanoTime()) {
            if (stopped.await(Math.min(left, sayEvery.toNanos()), TimeUnit.NANOSECONDS)) {
                return true;
            }
            err.println("Assay is stopping; it waits for " + stage.words + ".");
        }
        return false;
    }

    /** The longest that a stop may take. */
    static Duration longest() {
        Duration sum = Duration.ZERO;
        for (Stage each : Stage.values()) {
            sum = sum.plus(each.within);
        }
        return sum;
    }
}
