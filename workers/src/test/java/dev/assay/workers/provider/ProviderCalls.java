package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.registry.Connection;
import dev.assay.workers.FakeProvider;
import dev.assay.workers.FakeProvider.Behaviour;
import dev.assay.workers.Samples;
import dev.assay.workers.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Providers on ports of their own and the client that calls them, for one test. */
final class ProviderCalls implements AfterEachCallback {

    static final String ROLE = "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n";
    static final String STOP = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    static final String USAGE = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4}}\n\n";
    static final String DONE = "data: [DONE]\n\n";

    final Vertx vertx = Vertx.vertx();
    /** Have to be set before the first call. */
    final Map<String, String> settings = new HashMap<>(Map.of("workers.slots", "4"));

    final AtomicLong memory = new AtomicLong();
    private final List<FakeProvider> open = new ArrayList<>();
    private Providers providers;

    FakeProvider provider(Behaviour behaviour) {
        FakeProvider provider = new FakeProvider(vertx, behaviour);
        open.add(provider);
        return provider;
    }

    RunningCall begin(Connection connection, PromptTask task) {
        if (providers == null) {
            providers = new Providers(
                    vertx, Settings.with(settings), new WorkerId("worker-7"), Clock.systemUTC(), System::nanoTime);
        }
        return providers.begin(connection, new CallRequest(task, Samples.CALL, 17, memory::addAndGet));
    }

    CallReply call(Connection connection, PromptTask task) throws InterruptedException {
        return begin(connection, task).await();
    }

    CallReply call(Behaviour behaviour, PromptTask task) throws InterruptedException {
        return call(provider(behaviour).connection(), task);
    }

    static Outcome.Failed failure(CallReply reply) {
        assertThat(reply.outcome()).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) reply.outcome();
    }

    static Connection at(String url) {
        return new Connection(new ConnectionId("far"), Connection.Kind.OPENAI, URI.create(url), null, null);
    }

    static HttpServerResponse eventStream(HttpServerResponse response) {
        return response.setChunked(true).putHeader("content-type", "text/event-stream; charset=utf-8");
    }

    static String delta(String content) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + content + "\"}}]}\n\n";
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(FakeProvider::close);
        if (providers != null) {
            providers.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
