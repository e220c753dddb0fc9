package dev.assay.workers.provider;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.run.Message;
import dev.assay.workers.Ticker;
import dev.assay.workers.WorkersConfig;
import dev.assay.workers.likelihood.Questions;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's chat completions, and completions where texts are judged, over HTTP/1.1 with kept connections, also for the simulator, which is told a little more.
 * No redirects, no proxies, no retries. All exchanges of a client live on one event loop, where one timer watches over
 * their limits.
 */
final class OpenAiClient implements ProviderClient {

    private static final long WATCH_MILLIS = 50;
    private static final Handler<Throwable> TOLD_BY_THE_CALL = failure -> {};
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence JSON_OR_EVENTS =
            HttpHeaders.createOptimized("application/json, text/event-stream");
    private static final CharSequence USER_AGENT = HttpHeaders.createOptimized("assay-worker");

    private final Vertx vertx;
    private final Connection connection;
    private final WorkersConfig config;
    private final ProviderKeys keys;
    private final HostAddresses addresses;
    private final Exchange.Surroundings around;
    private final long timer;
    private final boolean secure;
    private final int port;
    private final String chatPath;
    private final String completionsPath;

    /** Exchanges that are not closed; touched on the event loop only. */
    private final Set<Exchange> open = new HashSet<>();

    private boolean retired;

    OpenAiClient(
            Vertx vertx,
            Connection connection,
            WorkersConfig config,
            ProviderKeys keys,
            HostAddresses addresses,
            Clock clock,
            Ticker ticker) {
        this.vertx = vertx;
        this.connection = connection;
        this.config = config;
        this.keys = keys;
        this.addresses = addresses;
        URI base = connection.baseUrl();
        this.secure = "https".equals(base.getScheme());
        this.port = base.getPort() > 0 ? base.getPort() : secure ? 443 : 80;
        this.chatPath = path(base, "/chat/completions");
        this.completionsPath = path(base, "/completions");
        Context loop = vertx.getOrCreateContext();
        ConnectionPools connections = new ConnectionPools(config.slots(), this::pool);
        this.around = new Exchange.Surroundings(loop, connections, clock, ticker, addresses::tryAnother, this::closed);
        this.timer = vertx.setPeriodic(WATCH_MILLIS, unused -> loop.runOnContext(now -> watch()));
    }

    private HttpClient pool(int connections) {
        return vertx.httpClientBuilder()
                .with(options(config))
                .with(new PoolOptions().setHttp1MaxSize(connections).setCleanerPeriod(1000))
                // What breaks a connection fails its call, if it has one; without a handler the client would log it,
                // the provider's own words included.
                .withConnectHandler(opened -> opened.exceptionHandler(TOLD_BY_THE_CALL))
                .build();
    }

    private static HttpClientOptions options(WorkersConfig config) {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setUseAlpn(false)
                .setKeepAlive(true)
                .setKeepAliveTimeout(Math.max(1, (int) config.keepAlive().toSeconds()))
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setTcpNoDelay(true)
                .setMaxHeaderSize((int) Math.min(config.maxHeaders().asLongValue(), Integer.MAX_VALUE))
                .setDecompressionSupported(false)
                .setVerifyHost(true)
                .setTrustAll(false);
    }

    private static String path(URI base, String resource) {
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed + resource + (base.getRawQuery() == null ? "" : "?" + base.getRawQuery());
    }

    @Override
    public RunningCall begin(CallRequest call) {
        Questions questions = Questions.of(call.task());
        if (questions != null && questions.texts().isEmpty()) {
            return refused(FailureKind.BROKEN, "this worker is too old for what the task asks");
        }
        byte[] requestBody = questions == null
                ? ChatRequestWriter.write(call, connection.kind())
                : LikelihoodRequestWriter.write(call, questions, connection.kind());
        if (requestBody.length > config.maxPrompt().asLongValue()) {
            return refused(
                    FailureKind.TOO_LARGE,
                    "the prompt is larger than " + config.maxPrompt().asLongValue() + " bytes");
        }
        return switch (keys.keyFor(connection)) {
            case KeyLookup.Missing missing -> refused(FailureKind.AUTH, missing.reason());
            case KeyLookup.NotNeeded none -> begin(call, questions, requestBody, null);
            case KeyLookup.Found found -> begin(call, questions, requestBody, found.key());
        };
    }

    private RunningCall begin(
            CallRequest call, @Nullable Questions questions, byte[] requestBody, @Nullable Secret key) {
        InetAddress address;
        try {
            address = addresses.pick();
        } catch (UnknownHostException e) {
            return refused(FailureKind.CONNECT, "the host of connection " + connection.id() + " has no address");
        } catch (HostAddresses.AddressRefused e) {
            return refused(FailureKind.NOT_FOUND, "connection " + connection.id() + ": " + e.getMessage());
        }
        List<Message> prompt = questions == null
                ? call.task().messages()
                : questions.all().stream()
                        .map(text -> Message.user(text.text()))
                        .toList();
        ErrorText errors = new ErrorText(key, prompt);
        int maxAnswer = (int) Math.min(config.maxAnswer().asLongValue(), Integer.MAX_VALUE / 8);
        Exchange exchange = new Exchange(
                around,
                call,
                requestTo(address, key, questions == null ? chatPath : completionsPath),
                Buffer.buffer(requestBody),
                status -> new AnswerContext(prompt, errors, status, maxAnswer, questions),
                limits(call.task().deadlineMillis()));
        around.loop().runOnContext(unused -> {
            open.add(exchange);
            exchange.begin();
        });
        return exchange;
    }

    private RequestOptions requestTo(InetAddress address, @Nullable Secret key, String path) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(connection.baseUrl().getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(path)
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(HttpHeaders.ACCEPT, JSON_OR_EVENTS)
                .putHeader(HttpHeaders.USER_AGENT, USER_AGENT);
        if (key != null) {
            options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key.reveal());
        }
        return options;
    }

    private CallLimits limits(long deadlineMillis) {
        return new CallLimits(
                TimeUnit.MILLISECONDS.toNanos(deadlineMillis),
                config.firstTokenTimeout().toNanos(),
                config.idleTimeout().toNanos());
    }

    private static RunningCall refused(FailureKind kind, String message) {
        return new ReadyCall(CallReply.notCalled(kind, message));
    }

    private void watch() {
        // A copy: an exchange that is over its limit leaves the set while we walk through it.
        List.copyOf(open).forEach(Exchange::checkLimits);
        freeIfDone();
    }

    private void closed(Exchange exchange) {
        open.remove(exchange);
    }

    @Override
    public void retire() {
        around.loop().runOnContext(unused -> {
            retired = true;
            freeIfDone();
        });
    }

    private void freeIfDone() {
        if (retired && open.isEmpty()) {
            vertx.cancelTimer(timer);
            around.connections().close();
        }
    }
}
