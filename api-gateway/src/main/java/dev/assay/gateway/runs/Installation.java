package dev.assay.gateway.runs;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.PriceBook;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.gateway.catalogue.BuiltIn;
import dev.assay.messaging.control.ControlMirror;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a submission may name, at one moment.
 *
 * @param prices empty until the cost service has published a price book
 */
record Installation(
        Map<ModelId, RegisteredModel> models,
        List<Pool> pools,
        List<GroupId> groups,
        Optional<PriceBook> prices,
        Map<String, BuiltIn> benchmarks) {

    Installation {
        models = Map.copyOf(models);
        pools = List.copyOf(pools);
        groups = List.copyOf(groups);
        benchmarks = Map.copyOf(benchmarks);
    }

    static Installation of(ControlMirror mirror, Collection<BuiltIn> benchmarks) {
        Map<ModelId, RegisteredModel> models = new TreeMap<>();
        mirror.models().forEach(model -> models.put(model.id(), model));
        Map<String, BuiltIn> byName = new TreeMap<>();
        benchmarks.forEach(benchmark -> byName.put(benchmark.name(), benchmark));
        return new Installation(
                models,
                List.copyOf(mirror.pools()),
                mirror.groups().stream().map(group -> group.id()).toList(),
                mirror.activePriceBook(),
                byName);
    }

    Optional<Pool> poolOf(ConnectionId connection) {
        return pools.stream()
                .filter(pool -> pool.connections().contains(connection))
                .findFirst();
    }

    List<String> modelNames() {
        return models.keySet().stream().map(ModelId::value).sorted().toList();
    }
}
