package dev.assay.standalone.start;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.PlatformFile;
import dev.assay.contracts.spec.PlatformFileReader;
import dev.assay.simulator.model.BadModelException;
import dev.assay.simulator.model.ModelReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that options name before anything starts, as the services will that use them. What can be read only
 * once, such as a pipe, is left to them.
 */
final class GivenFiles {

    private static final ConnectionId SIMULATOR = new ConnectionId("sim");

    private GivenFiles() {}

    /** What is wrong with what options name, with file, place and remedy; empty if nothing is. */
    static Optional<String> complaint(Options options) throws IOException {
        Optional<String> platform = check("--platform", options.platform, GivenFiles::platform);
        return platform.isPresent()
                ? platform
                : check("--simulator-models", options.simulatorModels, GivenFiles::simulatorModels);
    }

    private interface Check {

        Optional<String> of(Path file) throws IOException;
    }

    private static Optional<String> check(String option, @Nullable Path file, Check content) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        if (Files.isDirectory(file)) {
            return Optional.of(option + ": " + file + " is a folder. Name a file.");
        }
        if (!Files.isReadable(file)) {
            return Optional.of(option + ": there is no readable file " + file + ".");
        }
        return Files.isRegularFile(file) ? content.of(file) : Optional.empty();
    }

    private static Optional<String> platform(Path file) throws IOException {
        PlatformFileReader reader = new PlatformFileReader(Set.of(SIMULATOR));
        return switch (reader.read(Files.readAllBytes(file), file.toString())) {
            case Parsed.Valid<PlatformFile> valid -> Optional.empty();
            case Parsed.Invalid<PlatformFile> invalid ->
                Optional.of("the platform file " + file + " is wrong:\n" + invalid.text());
        };
    }

    private static Optional<String> simulatorModels(Path file) throws IOException {
        try {
            new ModelReader().readFile(Files.readString(file));
            return Optional.empty();
        } catch (BadModelException e) {
            return Optional.of("--simulator-models: " + file + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            return Optional.of("--simulator-models: " + file + " is not UTF-8. Save it as UTF-8.");
        }
    }
}
