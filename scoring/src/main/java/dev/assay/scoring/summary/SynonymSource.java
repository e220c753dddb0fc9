package dev.assay.scoring.summary;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A dictionary of synonyms that is too large to be part of this module. Optional modules bring one as a service of this
 * type, which is found when the module is on the class path.
 */
public interface SynonymSource {

    /** What metrics call it. */
    String name();

    /** The synonyms; the first call may read them. */
    Synonyms synonyms();

    /** The source of a name; empty if its module is not on the class path. */
    static Optional<SynonymSource> named(String name) {
        return ServiceLoader.load(SynonymSource.class, SynonymSource.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(source -> source.name().equals(name))
                .findFirst();
    }
}
