package dev.assay.workers.provider;

import io.vertx.core.http.HttpClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The kept connections of one client, in pools of at most {@value #MOST_OF_ONE}. For each request the HTTP library looks
 * at every connection of a pool, which costs several microseconds a call in one of 500. Confined to one event loop.
 */
final class ConnectionPools {

    /** Few enough to look at, and so many that few pools are needed. */
    static final int MOST_OF_ONE = 32;

    /** A pool, and how many exchanges have it that are not closed. */
    static final class Pool {

        private final HttpClient http;
        private final int size;
        private int taken;

        private Pool(HttpClient http, int size) {
            this.http = http;
            this.size = size;
        }

        HttpClient http() {
            return http;
        }

        private int room() {
            return size - taken;
        }
    }

    private final IntFunction<HttpClient> opening;
    private final List<Pool> pools = new ArrayList<>();
    private int unopened;

    /**
     * Opens nothing yet.
     *
     * @param connections how many all pools have together at the most; positive
     * @param opening makes a pool of so many connections
     */
    ConnectionPools(int connections, IntFunction<HttpClient> opening) {
        this.unopened = connections;
        this.opening = opening;
    }

    /**
     * A pool for one exchange: the first with room, so that connections are used again. Only when all connections are
     * taken it is the pool with the fewest who wait.
     */
    Pool take() {
        Pool chosen = withRoom();
        chosen.taken++;
        return chosen;
    }

    void giveBack(Pool pool) {
        pool.taken--;
    }

    void close() {
        pools.forEach(pool -> {
            var unused = pool.http.close();
        });
    }

    private Pool withRoom() {
        for (Pool pool : pools) {
            if (pool.room() > 0) {
                return pool;
            }
        }
        if (unopened == 0) {
            return pools.stream().max(Comparator.comparingInt(Pool::room)).orElseThrow();
        }
        int size = Math.min(unopened, MOST_OF_ONE);
        unopened -= size;
        Pool opened = new Pool(opening.apply(size), size);
        pools.add(opened);
        return opened;
    }
}
