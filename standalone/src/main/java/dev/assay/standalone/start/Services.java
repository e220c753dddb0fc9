package dev.assay.standalone.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Runs while the services run. Quarkus makes it, so what {@link Main} started reaches it by static fields, which are
 * set before and never changed after.
 */
final class Services implements QuarkusApplication {

    static @Nullable Installation installation;
    static long startedAt;
    static @Nullable PrintStream out;

    /** Set by those who start a JVM that heeds priorities. */
    private static final String CALLS_FIRST = "assay.calls-first";

    private static final int READY_TRIES = 600;
    private static final int PAUSE_MILLIS = 50;

    @Override
    public int run(String... arguments) throws Exception {
        Installation here = installation;
        if (here == null) {
            throw new IllegalStateException("started without broker and database");
        }
        if (!becomesReady(here.url())) {
            System.err.println(
                    "Assay did not become ready; see " + here.folder().logFile());
            return 1;
        }
        if (Boolean.getBoolean(CALLS_FIRST)) {
            here.giveWayToCalls();
        }
        new AddressFile(here.folder().addressFile())
                .write(
                        here.url(),
                        here.kafka().bootstrapServers(),
                        here.database().jdbcUrl(),
                        here.secrets().adminKey(),
                        here.secrets().internalToken());
        greet(here);
        Quarkus.waitForExit();
        return 0;
    }

    private static void greet(Installation here) {
        if (out == null) {
            return;
        }
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        out.printf(Locale.ROOT, "Ready in %.1f s.%n", seconds);
        out.println("  page and API   " + here.url());
        out.println("  Kafka          " + here.kafka().bootstrapServers());
        out.println("  Postgres       " + here.database().jdbcUrl());
        here.ports().moved().forEach(out::println);
        if (here.secrets().fresh()) {
            out.println("  admin key      " + here.secrets().adminKey() + "  (shown once; stored hashed)");
            out.println(
                    "  open           " + here.url() + "/#key=" + here.secrets().adminKey());
        }
        out.println("Stop with Ctrl-C.");
        out.flush();
    }

    private static boolean becomesReady(String url) throws InterruptedException, IOException {
        URI ready = URI.create(url + "/q/health/ready");
        for (int i = 0; i < READY_TRIES; i++) {
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setReadTimeout(5_000);
            if (connection.getResponseCode() == 200) {
                return true;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return false;
    }
}
