package dev.assay.cost.price;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The versions of the price book. To be called in a transaction. */
@ApplicationScoped
class StoredBooks implements PanacheRepositoryBase<StoredBook, Long> {

    /** Held to the end of the transaction, it lets one composer at a time decide on the next version. */
    private static final long COMPOSING = 0x6173_7361_7901L;

    /** Waits until nobody else is composing a version, and keeps others waiting until this transaction ends. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, COMPOSING)
                .getResultList();
    }

    /** The version with the greatest revision. */
    Optional<StoredBook> active() {
        return find("order by revision desc").firstResultOptional();
    }

    Optional<StoredBook> byVersion(String version) {
        return find("version", version).firstResultOptional();
    }
}
