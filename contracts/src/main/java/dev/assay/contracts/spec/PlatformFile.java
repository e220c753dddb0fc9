package dev.assay.contracts.spec;

import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.ControlRecord;
import dev.assay.contracts.registry.Group;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.registry.RegisteredModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an administrator registers by a file, complete: every connection that the file defines is in exactly one pool,
 * in one of its own name if the file puts it in none.
 */
public record PlatformFile(
        List<Connection> connections, List<RegisteredModel> models, List<Pool> pools, List<Group> groups) {

    public PlatformFile {
        connections = List.copyOf(connections);
        models = List.copyOf(models);
        pools = List.copyOf(pools);
        groups = List.copyOf(groups);
    }

    /** All of it as records of the control topic, what is referred to first. */
    public List<ControlRecord> records() {
        return Stream.<List<? extends ControlRecord>>of(connections, pools, models, groups)
                .flatMap(List::stream)
                .map(ControlRecord.class::cast)
                .toList();
    }
}
