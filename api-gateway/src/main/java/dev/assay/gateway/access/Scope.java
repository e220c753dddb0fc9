package dev.assay.gateway.access;

import dev.assay.contracts.id.GroupId;
import org.jspecify.annotations.Nullable;

/** Whose runs and data somebody may see. Comes from the identity, never from the request. */
public sealed interface Scope {

    /** Every group's: an administrator. */
    record AllGroups() implements Scope {}

    /** One group's. */
    record OneGroup(GroupId group) implements Scope {}

    default boolean sees(GroupId owner) {
        return switch (this) {
            case AllGroups all -> true;
            case OneGroup one -> one.group().equals(owner);
        };
    }

    /** For SQL of the form {@code (?::text is null or group_id = ?)}: the group, or null for all. */
    default @Nullable String groupOrNull() {
        return switch (this) {
            case AllGroups all -> null;
            case OneGroup one -> one.group().value();
        };
    }
}
