package dev.assay.contracts.money;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One immutable version of the prices of all registered models.
 *
 * @param version its name; runs are pinned to it
 * @param revision counts versions up; the active book is the one with the greatest revision
 * @param activatedAt when it came into force
 * @param source where the prices came from, for people
 * @param prices by model; a model that is absent has no price, which is never the same as a price of 0
 */
public record PriceBook(
        PriceBookVersion version, long revision, Instant activatedAt, String source, Map<ModelId, ModelPrice> prices) {

    public PriceBook {
        prices = Map.copyOf(prices);
    }

    public Optional<ModelPrice> price(ModelId model) {
        return Optional.ofNullable(prices.get(model));
    }
}
