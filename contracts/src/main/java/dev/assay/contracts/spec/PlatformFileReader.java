package dev.assay.contracts.spec;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.Group;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.contracts.spec.document.DocumentLimits;
import dev.assay.contracts.spec.document.DocumentReader;
import dev.assay.contracts.spec.document.Node;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a platform file, and says all that is wrong with it at once. Safe for use by many threads. */
public final class PlatformFileReader {

    private static final String REMEDY = "Write a mapping with connections, models, pools and groups.";

    private final DocumentReader documents = new DocumentReader(DocumentLimits.DEFAULT);
    private final Set<ConnectionId> knownBefore;

    /** @param knownBefore connections that the file may refer to without defining them, such as the simulator's */
    public PlatformFileReader(Set<ConnectionId> knownBefore) {
        this.knownBefore = Set.copyOf(knownBefore);
    }

    /**
     * Reads YAML or JSON in UTF-8.
     *
     * @param name of the file; one that ends in {@code .json} holds JSON
     */
    public Parsed<PlatformFile> read(byte[] text, String name) {
        return finish(documents.read(text, name), name);
    }

    /** The same for a text that is in memory as characters. */
    public Parsed<PlatformFile> read(String text, String name) {
        return finish(documents.read(text, name), name);
    }

    private Parsed<PlatformFile> finish(DocumentReader.Result result, String name) {
        return switch (result) {
            case DocumentReader.Result.Unreadable unreadable ->
                new Parsed.Invalid<>(name, SpecProblem.ofFaults(unreadable.faults()));
            case DocumentReader.Result.Document document -> read(document.root(), name);
        };
    }

    private Parsed<PlatformFile> read(Node root, String name) {
        Problems problems = new Problems();
        View file = View.of(root);
        new ShapeCheck(problems, KeyGuard.ofPlatform()).check(root, SpecPath.ROOT, PlatformShape.of(), REMEDY);
        new PlatformSense(problems, knownBefore).check(file);
        return problems.isEmpty()
                ? new Parsed.Valid<>(convert(file), new SpecDocument(name, root))
                : new Parsed.Invalid<>(name, problems.all());
    }

    private static PlatformFile convert(View file) {
        List<Connection> connections = file.at("connections").items().stream()
                .map(PlatformFileReader::connection)
                .toList();
        return new PlatformFile(
                connections,
                file.at("models").items().stream()
                        .map(PlatformFileReader::model)
                        .toList(),
                pools(file.at("pools").items(), connections),
                file.at("groups").items().stream()
                        .map(PlatformFileReader::group)
                        .toList());
    }

    private static Connection connection(View connection) {
        return new Connection(
                new ConnectionId(textOf(connection, "name")),
                Connection.Kind.valueOf(textOf(connection, "kind").toUpperCase(Locale.ROOT)),
                URI.create(textOf(connection, "baseUrl")),
                connection.at("keyEnv").text().orElse(null),
                connection.at("keyFile").text().orElse(null));
    }

    private static RegisteredModel model(View model) {
        String name = textOf(model, "name");
        return new RegisteredModel(
                new ModelId(name),
                new ConnectionId(textOf(model, "connection")),
                model.at("model").text().orElse(name),
                model.at("price").isPresent() ? price(model.at("price")) : null);
    }

    private static ModelPrice price(View price) {
        return new ModelPrice(
                price.at("currency").text().orElse(MoneyText.DEFAULT_CURRENCY),
                amount(price.at("input")),
                price.at("cachedInput").isPresent() ? amount(price.at("cachedInput")) : null,
                amount(price.at("output")));
    }

    /** Digits of the source: never through a binary fraction. */
    private static BigDecimal amount(View amount) {
        return amount.text().flatMap(Decimals::read).orElseThrow();
    }

    private static List<Pool> pools(List<View> written, List<Connection> connections) {
        List<Pool> pools =
                new ArrayList<>(written.stream().map(PlatformFileReader::pool).toList());
        Set<ConnectionId> pooled =
                pools.stream().flatMap(p -> p.connections().stream()).collect(Collectors.toSet());
        for (Connection connection : connections) {
            if (!pooled.contains(connection.id())) {
                pools.add(new Pool(new PoolId(connection.id().value()), List.of(connection.id()), null, null, null));
            }
        }
        return pools;
    }

    private static Pool pool(View pool) {
        @Nullable Long concurrent = pool.at("concurrent").whole().orElse(null);
        return new Pool(
                new PoolId(textOf(pool, "name")),
                pool.at("connections").items().stream()
                        .map(c -> new ConnectionId(RunSpecConversion.textOf(c)))
                        .toList(),
                pool.at("requestsPerMinute").whole().orElse(null),
                pool.at("tokensPerMinute").whole().orElse(null),
                concurrent == null ? null : concurrent.intValue());
    }

    private static Group group(View group) {
        return new Group(
                new GroupId(textOf(group, "name")),
                group.at("weight").whole().map(Long::intValue).orElse(1),
                RunSpecConversion.money(group.at("budget")));
    }

    private static String textOf(View owner, String key) {
        return RunSpecConversion.textOf(owner.at(key));
    }
}
