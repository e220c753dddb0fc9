package dev.assay.cost.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.registry.RegisteredModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private static final ConnectionId SIM = new ConnectionId("sim");
    private static final ConnectionId REAL = new ConnectionId("real");

    private static RegisteredModel model(String id, ConnectionId connection, ModelPrice price) {
        return new RegisteredModel(new ModelId(id), connection, "p/" + id, price);
    }

    @Test
    void an_own_price_comes_first_then_an_imported_one_then_ours_for_simulated_models() {
        // Given
        Registry registry = new Registry(
                List.of(
                        model("own", REAL, ModelPrice.usd("1", "1")),
                        model("imported", REAL, null),
                        model("sim-imported", SIM, null),
                        model("sim", SIM, null),
                        model("real-like-sim", REAL, null),
                        model("unknown", SIM, null)),
                Set.of(SIM),
                0);
        Map<PriceSource, Map<String, String>> inForce = Map.of(
                PriceSource.REGISTRY, Map.of("own", "registry"),
                PriceSource.LITELLM, Map.of("p/own", "map", "p/imported", "map", "p/sim-imported", "map"),
                PriceSource.BUILT_IN, Map.of("p/sim-imported", "ours", "p/sim", "ours", "p/real-like-sim", "ours"));
        // When
        Map<ModelId, String> chosen = registry.choose(inForce);
        // Then
        assertThat(chosen)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new ModelId("own"), "registry",
                        new ModelId("imported"), "map",
                        new ModelId("sim-imported"), "map",
                        new ModelId("sim"), "ours"));
    }

    @Test
    void own_prices_are_those_that_administrators_set() {
        // Given
        Registry registry = new Registry(
                List.of(model("own", REAL, ModelPrice.usd("1", "2")), model("none", REAL, null)), Set.of(), 0);
        // When
        Map<String, Rates> prices = registry.ownPrices();
        // Then
        assertThat(prices).containsExactly(Map.entry("own", Rates.flat(ModelPrice.usd("1", "2"))));
    }
}
