package dev.assay.scoring.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What a language looks like.
 *
 * @param language its code
 * @param text some sentences and frequent words
 */
record LanguageSample(String language, String text) {

    private static final String RESOURCE = "samples.txt";

    /** Those that are built in. */
    static List<LanguageSample> all() {
        try (InputStream in = Objects.requireNonNull(LanguageSample.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> {
                        int tab = line.indexOf('\t');
                        return new LanguageSample(line.substring(0, tab), line.substring(tab + 1));
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
