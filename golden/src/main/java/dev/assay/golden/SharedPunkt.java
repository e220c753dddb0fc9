package dev.assay.golden;

import dev.assay.scoring.sentence.PunktParameters;
import dev.assay.scoring.sentence.SentenceSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trained sentence parameters that reference values were made with: third-party data that is no part of the product.
 *
 * <p>Sought as {@code datasets/nltk-punkt-english/english.json} under ASSAY_SHARED, or under a folder {@code shared} beside
 * the working folder, one of its parents, or the installed program. Without them the built-in parameters are used.
 */
final class SharedPunkt {

    private static final Path PLACE = Path.of("datasets", "nltk-punkt-english", "english.json");

    private SharedPunkt() {}

    /** Read once, by the first file that needs it. */
    static SentenceSplitter splitter() {
        return Loaded.SPLITTER;
    }

    private static final class Loaded {
        static final SentenceSplitter SPLITTER =
                new SentenceSplitter(file().map(SharedPunkt::read).orElseGet(PunktParameters::english));
    }

    private static Optional<Path> file() {
        String named = System.getenv("ASSAY_SHARED");
        Stream<Path> folders = named != null
                ? Stream.of(Path.of(named))
                : Stream.concat(parents(Path.of("")), parents(program())).map(folder -> folder.resolve("shared"));
        return folders.map(folder -> folder.resolve(PLACE))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Stream<Path> parents(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), f -> f != null, Path::getParent);
    }

    private static Path program() {
        return Path.of(SharedPunkt.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static PunktParameters read(Path file) {
        try {
            return PunktParameters.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
