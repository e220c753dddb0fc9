package dev.assay.cost.price;

import dev.assay.contracts.id.ModelId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A version of the price book, as it is stored: which price point holds for which model. Never changed. */
@Entity
@Table(name = "price_book")
class StoredBook {

    @Id
    private Long revision;

    @Column(nullable = false)
    private String version;

    @Column(nullable = false)
    private String currency;

    @Column(name = "activated_at", nullable = false)
    private Instant activatedAt;

    @Column(nullable = false)
    private String source;

    @ManyToMany
    @JoinTable(
            name = "price_book_entry",
            joinColumns = @JoinColumn(name = "revision"),
            inverseJoinColumns = @JoinColumn(name = "price_point_id"))
    @MapKeyColumn(name = "model")
    private Map<String, PricePoint> points = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    StoredBook() {
        // Hibernate fills the fields.
    }

    StoredBook(long revision, String currency, Instant activatedAt, String source, Map<ModelId, PricePoint> points) {
        this.revision = revision;
        this.version = PricedBook.versionOf(revision).value();
        this.currency = currency;
        this.activatedAt = activatedAt;
        this.source = source;
        points.forEach((model, point) -> this.points.put(model.value(), point));
    }

    long revision() {
        return revision;
    }

    /** The price points by model. */
    Map<String, PricePoint> points() {
        return points;
    }

    PricedBook book() {
        Map<ModelId, Rates> rates = new HashMap<>();
        points.forEach((model, point) -> rates.put(new ModelId(model), point.rates()));
        return new PricedBook(PricedBook.versionOf(revision), revision, currency, activatedAt, source, rates);
    }
}
