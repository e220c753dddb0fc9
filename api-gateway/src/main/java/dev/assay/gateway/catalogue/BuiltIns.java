package dev.assay.gateway.catalogue;

import dev.assay.benchmarks.catalogue.Catalogue;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in benchmarks, read when they are first asked for and kept: they are small. Thread-safe. */
@Singleton
public class BuiltIns {

    private @Nullable List<BuiltIn> loaded;

    public synchronized List<BuiltIn> all() {
        List<BuiltIn> known = loaded;
        if (known == null) {
            known = Catalogue.load().all().stream().map(BuiltIn::of).toList();
            loaded = known;
        }
        return known;
    }
}
