package dev.assay.contracts.registry;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.ModelPrice;
import org.jspecify.annotations.Nullable;

/**
 * A model that runs may name.
 *
 * @param providerModel what the provider calls it
 * @param price given where the administrator set one; else the price book's importers may know it
 */
public record RegisteredModel(
        ModelId id,
        ConnectionId connection,
        String providerModel,
        @Nullable ModelPrice price) implements ControlRecord {

    public RegisteredModel {
        if (providerModel.isBlank()) {
            throw new IllegalArgumentException("a model needs the name that its provider knows");
        }
    }

    @Override
    public String key() {
        return "model/" + id;
    }
}
