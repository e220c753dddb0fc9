package dev.assay.contracts.spec;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.spec.document.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must hold across the entries of a platform file: names are unique, references lead somewhere. */
final class PlatformSense {

    private final Problems problems;
    private final Set<ConnectionId> knownBefore;

    PlatformSense(Problems problems, Set<ConnectionId> knownBefore) {
        this.problems = problems;
        this.knownBefore = knownBefore;
    }

    void check(View file) {
        for (String section : List.of("connections", "models", "pools", "groups")) {
            checkUnique(file.at(section).items());
        }
        for (View connection : file.at("connections").items()) {
            checkOneKeyPlace(connection);
        }
        Set<String> connections = namesOf(file.at("connections"));
        knownBefore.forEach(id -> connections.add(id.value()));
        for (View model : file.at("models").items()) {
            checkKnown(model.at("connection"), connections);
        }
        checkPools(file, connections);
    }

    private void checkUnique(List<View> entries) {
        Map<String, View> firstByName = new HashMap<>();
        for (View entry : entries) {
            View name = entry.at("name");
            name.text().ifPresent(text -> {
                View first = firstByName.putIfAbsent(text, entry);
                if (first != null) {
                    problems.add(
                            name.path(),
                            nodeOf(name),
                            "names " + Quoted.quote(text) + ", as " + first.path() + " does",
                            "Give each its own name.");
                }
            });
        }
    }

    private void checkOneKeyPlace(View connection) {
        if (connection.at("keyEnv").isPresent() && connection.at("keyFile").isPresent()) {
            View file = connection.at("keyFile");
            problems.add(file.path(), nodeOf(file), "stands beside keyEnv", "Say once where the key is.");
        }
    }

    private void checkKnown(View reference, Collection<String> connections) {
        reference
                .text()
                .filter(name -> !connections.contains(name))
                .ifPresent(name -> problems.add(
                        reference.path(),
                        nodeOf(reference),
                        "there is no connection " + Quoted.quote(name),
                        NearestNames.remedy(name, connections)));
    }

    private void checkPools(View file, Set<String> connections) {
        Map<String, View> poolOf = new LinkedHashMap<>();
        for (View pool : file.at("pools").items()) {
            for (View reference : pool.at("connections").items()) {
                checkKnown(reference, connections);
                reference.text().ifPresent(name -> {
                    View first = poolOf.putIfAbsent(name, pool);
                    if (first != null) {
                        problems.add(
                                reference.path(),
                                nodeOf(reference),
                                "the connection " + Quoted.quote(name) + " is in " + first.path() + " already",
                                "Put a connection into one pool: its calls are counted once.");
                    }
                });
            }
        }
        checkOwnPools(file, poolOf.keySet());
    }

    /** A connection without a pool gets one of its name, which must be free. */
    private void checkOwnPools(View file, Set<String> pooled) {
        Set<String> pools = namesOf(file.at("pools"));
        for (View connection : file.at("connections").items()) {
            View name = connection.at("name");
            name.text()
                    .filter(n -> !pooled.contains(n) && pools.contains(n))
                    .ifPresent(n -> problems.add(
                            name.path(),
                            nodeOf(name),
                            "is in no pool, and the pool of its own name counts other connections",
                            "Name it under that pool's connections, or call the pool something else."));
        }
    }

    private static Set<String> namesOf(View section) {
        Set<String> names = new LinkedHashSet<>();
        section.items().forEach(entry -> entry.at("name").text().ifPresent(names::add));
        return names;
    }

    private static Node nodeOf(View view) {
        return Objects.requireNonNull(view.node(), "only what is present is checked");
    }
}
