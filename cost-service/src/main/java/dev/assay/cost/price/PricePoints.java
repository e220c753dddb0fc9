package dev.assay.cost.price;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The price points. To be called in a transaction. */
@ApplicationScoped
class PricePoints implements PanacheRepositoryBase<PricePoint, Long> {

    /** The points of a source that are in force, by subject. */
    Map<String, PricePoint> inForce(PriceSource source) {
        Map<String, PricePoint> points = new HashMap<>();
        stream(
                        "select distinct p from PricePoint p left join fetch p.tiers"
                                + " where p.source = ?1 and p.effectiveTo is null",
                        source)
                .forEach(point -> points.put(point.subject(), point));
        return points;
    }

    /** Makes exactly these prices those of the source: what is equal stays, what differs is closed and opened anew. */
    void replace(PriceSource source, Map<String, Rates> prices, Instant now) {
        Map<String, PricePoint> present = inForce(source);
        present.forEach((subject, point) -> {
            if (!point.rates().equals(prices.get(subject))) {
                point.close(now);
            }
        });
        // The closed rows have to be written first: only one row of a subject may be in force.
        flush();
        prices.forEach((subject, rates) -> {
            PricePoint point = present.get(subject);
            if (point == null || !Objects.equals(point.rates(), rates)) {
                persist(new PricePoint(source, subject, rates, now));
            }
        });
        flush();
    }
}
