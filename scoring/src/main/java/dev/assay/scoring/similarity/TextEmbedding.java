package dev.assay.scoring.similarity;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A model that turns a text into a vector, so that texts which mean the same have nearly the same direction. Optional modules
 * bring one as a service of this type, which is found when the module is on the class path. Thread-safe.
 */
public interface TextEmbedding {

    /** What metrics call it. */
    String name();

    /** The vector of a text, of the same length for all texts; the first call may load the model. */
    float[] embed(String text);

    /** The model of a name; empty if its module is not on the class path. */
    static Optional<TextEmbedding> named(String name) {
        return ServiceLoader.load(TextEmbedding.class, TextEmbedding.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(embedding -> embedding.name().equals(name))
                .findFirst();
    }
}
