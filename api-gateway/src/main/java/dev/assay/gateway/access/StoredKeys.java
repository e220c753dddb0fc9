package dev.assay.gateway.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keys in the database. To be called in a transaction. */
@ApplicationScoped
class StoredKeys implements PanacheRepositoryBase<StoredKey, String> {

    List<StoredKey> newestFirst() {
        return list("order by createdAt desc, id desc");
    }

    /** Keys that came from the configuration, but not this one. */
    List<StoredKey> configuredExcept(String id) {
        return list("configured = true and id <> ?1", id);
    }
}
