package dev.assay.cost.price;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.messaging.control.ControlMirror;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says that matters for prices, at one moment.
 *
 * @param models all that runs may name
 * @param simulated connections whose provider is the simulator
 * @param knownRevision the greatest revision of a price book that was ever published, 0 if none
 */
record Registry(List<RegisteredModel> models, Set<ConnectionId> simulated, long knownRevision) {

    Registry {
        models = List.copyOf(models);
        simulated = Set.copyOf(simulated);
    }

    static Registry of(ControlMirror mirror) {
        Set<ConnectionId> simulated = mirror.connections().stream()
                .filter(connection -> connection.kind() == Connection.Kind.SIMULATOR)
                .map(Connection::id)
                .collect(Collectors.toSet());
        long revision = mirror.activePriceBook().map(book -> book.revision()).orElse(0L);
        return new Registry(List.copyOf(mirror.models()), simulated, revision);
    }

    /** The prices that administrators set, by model. */
    Map<String, Rates> ownPrices() {
        Map<String, Rates> prices = new HashMap<>();
        for (RegisteredModel model : models) {
            if (model.price() != null) {
                prices.put(model.id().value(), Rates.flat(model.price()));
            }
        }
        return prices;
    }

    /**
     * Chooses each model's price: the administrator's; else the imported one of the name that the provider knows; else,
     * for simulated models, our own. Models without any are left out.
     *
     * @param inForce the prices of each source by subject
     */
    <P> Map<ModelId, P> choose(Map<PriceSource, Map<String, P>> inForce) {
        Map<ModelId, P> chosen = new HashMap<>();
        for (RegisteredModel model : models) {
            price(model, inForce).ifPresent(price -> chosen.put(model.id(), price));
        }
        return chosen;
    }

    private <P> Optional<P> price(RegisteredModel model, Map<PriceSource, Map<String, P>> inForce) {
        if (model.price() != null) {
            return found(inForce, PriceSource.REGISTRY, model.id().value());
        }
        Optional<P> imported = found(inForce, PriceSource.LITELLM, model.providerModel());
        return imported.isPresent() || !simulated.contains(model.connection())
                ? imported
                : found(inForce, PriceSource.BUILT_IN, model.providerModel());
    }

    private static <P> Optional<P> found(Map<PriceSource, Map<String, P>> inForce, PriceSource source, String subject) {
        @Nullable P price = inForce.getOrDefault(source, Map.of()).get(subject);
        return Optional.ofNullable(price);
    }
}
