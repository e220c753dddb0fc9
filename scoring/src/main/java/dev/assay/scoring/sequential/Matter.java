package dev.assay.scoring.sequential;

import java.util.List;

/**
 * One question about a run.
 *
 * @param models the place of the model that it is about, or of the two whose difference it is about: first minus second
 * @param question about their scores' mean
 */
public record Matter(List<Integer> models, Question question) {

    public Matter {
        models = List.copyOf(models);
        if (models.isEmpty() || models.size() > 2) {
            throw new IllegalArgumentException("a question is about one model or two, not " + models);
        }
    }

    boolean isAbout(int model) {
        return models.contains(model);
    }
}
