package dev.assay.cost.price;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.cost.CostConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The versions of the price book and how the next one comes about. Every change is one transaction under a lock that
 * all instances share, so that two of them make one version and not two. Thread-safe.
 */
@ApplicationScoped
public class PriceBooks {

    /** Versions kept in memory; they are immutable, and only those of current runs are asked for. */
    private static final int MOST_CACHED = 64;

    private final Map<PriceBookVersion, PricedBook> cached = new ConcurrentHashMap<>();
    private final StoredBooks books;
    private final PricePoints points;
    private final Clock clock;
    private final String currency;

    PriceBooks(StoredBooks books, PricePoints points, Clock clock, CostConfig config) {
        this.books = books;
        this.points = points;
        this.clock = clock;
        this.currency = config.currency();
    }

    /** A version by its name; empty if this database never held it. */
    @Transactional
    public Optional<PricedBook> find(PriceBookVersion version) {
        PricedBook known = cached.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PricedBook> stored = books.byVersion(version.value()).map(StoredBook::book);
        if (cached.size() >= MOST_CACHED) {
            cached.clear();
        }
        stored.ifPresent(book -> cached.put(version, book));
        return stored;
    }

    /** The version in force; empty before the first model was registered. */
    @Transactional
    public Optional<PricedBook> active() {
        return books.active().map(StoredBook::book);
    }

    /**
     * Makes the book what the registry and the imported prices say: a new version if the prices of the registered models
     * differ from those of the active one, else nothing. Idempotent.
     *
     * @return the version in force; empty if no model is registered and none ever was
     */
    @Transactional
    Optional<PricedBook> refresh(Registry registry) {
        books.lock();
        // As the database keeps it, so that a book is the same before and after it was stored.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        points.replace(PriceSource.REGISTRY, registry.ownPrices(), now);
        Map<PriceSource, Map<String, PricePoint>> inForce = new EnumMap<>(PriceSource.class);
        Arrays.stream(PriceSource.values()).forEach(source -> inForce.put(source, points.inForce(source)));
        Map<ModelId, PricePoint> chosen = registry.choose(inForce);
        chosen.values().removeIf(point -> !point.rates().currency().equals(currency));

        Optional<StoredBook> active = books.active();
        boolean nothingToPrice = active.isEmpty() && registry.models().isEmpty();
        if (nothingToPrice || (active.isPresent() && samePrices(active.get(), chosen))) {
            return active.map(StoredBook::book);
        }
        long last = Math.max(active.map(StoredBook::revision).orElse(0L), registry.knownRevision());
        StoredBook next = new StoredBook(last + 1, currency, now, sources(chosen), chosen);
        books.persist(next);
        return Optional.of(next.book());
    }

    private boolean samePrices(StoredBook active, Map<ModelId, PricePoint> chosen) {
        Map<ModelId, Rates> rates = new HashMap<>();
        chosen.forEach((model, point) -> rates.put(model, point.rates()));
        PricedBook book = active.book();
        return book.currency().equals(currency) && book.rates().equals(rates);
    }

    private static String sources(Map<ModelId, PricePoint> chosen) {
        TreeSet<PriceSource> sources =
                chosen.values().stream().map(PricePoint::source).collect(Collectors.toCollection(TreeSet::new));
        return sources.isEmpty()
                ? "no prices"
                : sources.stream().map(PriceSource::apiName).collect(Collectors.joining(", "));
    }

    /** Takes over the prices that come with this service. */
    @Transactional
    void install(Map<String, Rates> builtIn) {
        books.lock();
        points.replace(PriceSource.BUILT_IN, builtIn, clock.instant());
    }

    /**
     * Compares imported prices with those in force and takes them over, unless somebody has to confirm a jump or the
     * loss of a price in use first.
     */
    @Transactional
    PriceImport take(PriceSource source, ImportedPrices imported, boolean confirm) {
        books.lock();
        Map<String, PricePoint> present = points.inForce(source);
        Map<String, Rates> before = new HashMap<>();
        present.forEach((subject, point) -> before.put(subject, point.rates()));
        PriceChanges changes = PriceChanges.between(before, imported.rates());
        boolean needed = changes.needsConfirmation(inUse(source));
        boolean applied = confirm || !needed;
        if (applied && !changes.isEmpty()) {
            points.replace(source, imported.rates(), clock.instant());
        }
        return PriceImport.of(source, imported, changes, needed, applied);
    }

    private TreeSet<String> inUse(PriceSource source) {
        return books.active().stream()
                .flatMap(book -> book.points().values().stream())
                .filter(point -> point.source() == source)
                .map(PricePoint::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
