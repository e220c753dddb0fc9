package dev.assay.gateway.registry;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.ControlRecord;
import dev.assay.contracts.registry.Group;
import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.PlatformFile;
import dev.assay.contracts.spec.PlatformFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Puts together what is to be registered. */
final class Platform {

    private static final ConnectionId SIMULATOR = new ConnectionId("sim");
    private static final GroupId DEFAULT_GROUP = new GroupId("default");

    private Platform() {}

    /**
     * The group {@code default}, the simulator's part if there is an address, and the file's part, which may redefine what
     * came before it.
     *
     * @throws InvalidPlatformException if the file cannot be read or is wrong
     */
    static List<ControlRecord> records(Optional<URI> simulator, Optional<Path> file) {
        Map<String, ControlRecord> records = new LinkedHashMap<>();
        add(records, List.of(new Group(DEFAULT_GROUP, 1, null)));
        simulator.ifPresent(address -> add(records, simulated(address)));
        Set<ConnectionId> known = simulator.isPresent() ? Set.of(SIMULATOR) : Set.of();
        file.ifPresent(path -> add(records, read(path, known).records()));
        return List.copyOf(records.values());
    }

    private static void add(Map<String, ControlRecord> records, List<? extends ControlRecord> more) {
        more.forEach(record -> records.put(record.key(), record));
    }

    private static PlatformFile read(Path path, Set<ConnectionId> known) {
        byte[] text;
        try {
            text = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new InvalidPlatformException("the platform file " + path + " cannot be read: " + e.getMessage()
                    + ". Check gateway.platform-file.");
        }
        String name = path.toString();
        return switch (new PlatformFileReader(known).read(text, name)) {
            case Parsed.Valid<PlatformFile> valid -> valid.value();
            case Parsed.Invalid<PlatformFile> invalid ->
                throw new InvalidPlatformException("the platform file " + name + " is wrong:\n" + invalid.text());
        };
    }

    private static List<ControlRecord> simulated(URI address) {
        try (InputStream in = Objects.requireNonNull(Platform.class.getResourceAsStream("simulator.yaml"))) {
            Parsed<PlatformFile> parsed = new PlatformFileReader(Set.of()).read(in.readAllBytes(), "simulator.yaml");
            return switch (parsed) {
                case Parsed.Valid<PlatformFile> valid ->
                    valid.value().records().stream()
                            .map(record -> record instanceof Connection connection ? at(address, connection) : record)
                            .toList();
                case Parsed.Invalid<PlatformFile> invalid -> throw new IllegalStateException(invalid.text());
            };
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's models are part of this module", e);
        }
    }

    private static ControlRecord at(URI address, Connection connection) {
        return new Connection(connection.id(), connection.kind(), address, connection.keyEnv(), connection.keyFile());
    }
}
