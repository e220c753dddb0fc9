package dev.assay.messaging.control;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.PriceBook;
import dev.assay.contracts.registry.ActivePriceBook;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.ControlRecord;
import dev.assay.contracts.registry.Group;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.contracts.registry.RunControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The latest control records, in memory. Empty until {@link #caughtUp()}; afterwards at most about a second behind the
 * topic. Thread-safe; listeners are called on one thread, one at a time.
 */
@ApplicationScoped
public class ControlMirror {

    private static final Logger LOG = Logger.getLogger(ControlMirror.class);

    private final ObjectReader reader = EventJson.mapper().readerFor(ControlRecord.class);
    private final Map<String, ControlRecord> byKey = new ConcurrentHashMap<>();
    private final List<Consumer<ControlRecord>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean caughtUp;

    public Optional<Connection> connection(ConnectionId id) {
        return get("connection/" + id, Connection.class);
    }

    public Optional<RegisteredModel> model(ModelId id) {
        return get("model/" + id, RegisteredModel.class);
    }

    public Optional<Pool> pool(PoolId id) {
        return get("pool/" + id, Pool.class);
    }

    /** The pool whose quota calls over this connection use. */
    public Optional<Pool> poolOf(ConnectionId connection) {
        return pools().stream()
                .filter(pool -> pool.connections().contains(connection))
                .findFirst();
    }

    public Optional<Group> group(GroupId id) {
        return get("group/" + id, Group.class);
    }

    public Optional<PriceBook> priceBook(PriceBookVersion version) {
        return get("price-book/" + version, ActivePriceBook.class).map(ActivePriceBook::book);
    }

    /** The book with the greatest revision. */
    public Optional<PriceBook> activePriceBook() {
        return all(ActivePriceBook.class).stream()
                .map(ActivePriceBook::book)
                .max(Comparator.comparingLong(PriceBook::revision));
    }

    public Collection<Connection> connections() {
        return all(Connection.class);
    }

    public Collection<RegisteredModel> models() {
        return all(RegisteredModel.class);
    }

    public Collection<Pool> pools() {
        return all(Pool.class);
    }

    public Collection<Group> groups() {
        return all(Group.class);
    }

    /** Whether a call of the run may begin: it is neither paused nor over, as far as this process knows. */
    public boolean mayCall(RunId run) {
        return byKey.get(RunControl.keyOf(run)) instanceof RunControl control ? control.mayCall() : true;
    }

    public Optional<RunControl> run(RunId run) {
        return get(RunControl.keyOf(run), RunControl.class);
    }

    /** Whether everything that stood on the topic at start has been read. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /**
     * Calls the listener for each later change of an object; what is known already it can read here.
     *
     * @return stops the calls
     */
    public AutoCloseable onChange(Consumer<ControlRecord> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void apply(String key, byte @Nullable [] value) {
        if (value == null) {
            byKey.remove(key);
            return;
        }
        try {
            ControlRecord record = reader.readValue(value);
            byKey.put(key, record);
            listeners.forEach(listener -> listener.accept(record));
        } catch (IOException e) {
            LOG.errorf("A control record could not be read and was ignored. key=%s", key);
        }
    }

    void markCaughtUp() {
        caughtUp = true;
    }

    private <T extends ControlRecord> Optional<T> get(String key, Class<T> type) {
        ControlRecord record = byKey.get(key);
        return type.isInstance(record) ? Optional.of(type.cast(record)) : Optional.empty();
    }

    private <T extends ControlRecord> List<T> all(Class<T> type) {
        return byKey.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .sorted(Comparator.comparing(ControlRecord::key))
                .toList();
    }
}
