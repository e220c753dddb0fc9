package dev.assay.gateway.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Sessions in the database. To be called in a transaction. */
@ApplicationScoped
class WebSessions implements PanacheRepositoryBase<WebSession, byte[]> {

    long deleteExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
