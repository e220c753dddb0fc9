package dev.assay.workers.provider;

import static dev.assay.workers.provider.ConnectionPools.MOST_OF_ONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pools of connections open one after the other, and none is larger than can be looked through for every request. */
class ConnectionPoolsTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<Integer> opened = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private ConnectionPools of(int connections) {
        return new ConnectionPools(connections, size -> {
            opened.add(size);
            return vertx.createHttpClient();
        });
    }

    private static List<ConnectionPools.Pool> taken(ConnectionPools pools, int exchanges) {
        return IntStream.range(0, exchanges).mapToObj(i -> pools.take()).toList();
    }

    @Test
    void opens_the_next_pool_when_the_first_is_full_and_no_more_connections_than_were_allowed() {
        ConnectionPools pools = of(2 * MOST_OF_ONE + 5);

        taken(pools, MOST_OF_ONE);
        assertThat(opened).containsExactly(MOST_OF_ONE);

        taken(pools, 10 * MOST_OF_ONE);
        assertThat(opened).containsExactly(MOST_OF_ONE, MOST_OF_ONE, 5);
    }

    @Test
    void a_pool_that_was_given_back_is_taken_before_others_are_opened() {
        ConnectionPools pools = of(10 * MOST_OF_ONE);
        List<ConnectionPools.Pool> full = taken(pools, MOST_OF_ONE);

        pools.giveBack(full.getFirst());

        assertThat(pools.take()).isSameAs(full.getFirst());
        assertThat(opened).hasSize(1);
    }

    @Test
    void when_all_connections_are_taken_the_next_exchange_waits_where_the_fewest_do() {
        ConnectionPools pools = of(MOST_OF_ONE + 1);
        List<ConnectionPools.Pool> all = taken(pools, MOST_OF_ONE + 1);

        List<ConnectionPools.Pool> waiting = taken(pools, 4);

        assertThat(waiting).hasSize(4);
        assertThat(Stream.of(all.getFirst(), all.getLast()))
                .allSatisfy(pool ->
                        assertThat(waiting).filteredOn(each -> each == pool).hasSize(2));
    }
}
