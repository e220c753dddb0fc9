package dev.assay.gateway.registry;

import dev.assay.contracts.registry.ControlRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be published so that the control topic says what is wanted.
 *
 * @param put records that are new or different, what is referred to first
 * @param remove keys of records that are not wanted any more
 */
record RegistryChanges(List<ControlRecord> put, List<String> remove) {

    RegistryChanges {
        put = List.copyOf(put);
        remove = List.copyOf(remove);
    }

    /** @param known what the topic says now, of the kinds that are registered here */
    static RegistryChanges between(Collection<? extends ControlRecord> known, List<ControlRecord> wanted) {
        Map<String, ControlRecord> before = new HashMap<>();
        known.forEach(record -> before.put(record.key(), record));
        Set<String> kept = new HashSet<>();
        wanted.forEach(record -> kept.add(record.key()));
        return new RegistryChanges(
                wanted.stream()
                        .filter(record -> !record.equals(before.get(record.key())))
                        .toList(),
                before.keySet().stream()
                        .filter(key -> !kept.contains(key))
                        .sorted()
                        .toList());
    }

    boolean isEmpty() {
        return put.isEmpty() && remove.isEmpty();
    }
}
