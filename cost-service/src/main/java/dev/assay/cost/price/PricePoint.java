package dev.assay.cost.price;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A price that holds for a subject of a source from one time to another. Its amounts never change. */
@Entity
@Table(name = "price_point")
class PricePoint {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_point_seq")
    @SequenceGenerator(name = "price_point_seq", sequenceName = "price_point_seq", allocationSize = 50)
    private Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PriceSource source;

    @Column(nullable = false)
    private String subject;

    @Column(nullable = false)
    private String currency;

    @Column(name = "input_per_million", nullable = false)
    private BigDecimal input;

    @Column(name = "cached_input_per_million")
    private @Nullable BigDecimal cachedInput;

    @Column(name = "output_per_million", nullable = false)
    private BigDecimal output;

    @Column(name = "reasoning_per_million")
    private @Nullable BigDecimal reasoning;

    @Column(name = "effective_from", nullable = false)
    private Instant effectiveFrom;

    @Column(name = "effective_to")
    private @Nullable Instant effectiveTo;

    @ElementCollection
    @CollectionTable(name = "price_tier", joinColumns = @JoinColumn(name = "price_point_id"))
    @OrderColumn(name = "position")
    private List<PriceTier> tiers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    PricePoint() {
        // Hibernate fills the fields.
    }

    @SuppressWarnings("NullAway.Init") // Hibernate gives the id.
    PricePoint(PriceSource source, String subject, Rates rates, Instant from) {
        this.source = source;
        this.subject = subject;
        this.currency = rates.currency();
        this.input = rates.base().input();
        this.cachedInput = rates.base().cachedInput();
        this.output = rates.base().output();
        this.reasoning = rates.base().reasoning();
        this.effectiveFrom = from;
        rates.tiers().forEach(tier -> tiers.add(new PriceTier(tier)));
    }

    Long id() {
        return id;
    }

    PriceSource source() {
        return source;
    }

    String subject() {
        return subject;
    }

    Rates rates() {
        return new Rates(
                currency,
                new TokenRates(input, cachedInput, output, reasoning),
                tiers.stream().map(PriceTier::tier).toList());
    }

    /** Says that another price, or none, holds from that time on. */
    void close(Instant at) {
        effectiveTo = at;
    }
}
