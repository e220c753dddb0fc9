package dev.assay.contracts.spec;

import dev.assay.contracts.naming.NearestNames;
import java.util.List;
import java.util.Objects;

/** What must hold within a stop, and between it and the run's models. */
final class StopSense {

    private final Problems problems;

    StopSense(Problems problems) {
        this.problems = problems;
    }

    void check(View run) {
        View stop = run.at("stop");
        View when = stop.at("when");
        if (!when.isMapping()) {
            return;
        }
        List<String> models = run.at("models").items().stream()
                .map(model -> model.isMapping() ? model.at("name") : model)
                .flatMap(name -> name.text().stream())
                .toList();
        checkGoal(when);
        checkPair(when.at("better"), models);
        checkPair(when.at("difference"), models);
        checkRanked(when.at("ranked"), models);
        if (when.at("narrower").isPresent() && stop.at("futility").isPresent()) {
            add(
                    stop.at("futility"),
                    "has no meaning here: a width has no threshold to be close to",
                    "Leave futility out.");
        }
    }

    private void checkGoal(View when) {
        List<View> goals =
                StopShape.GOALS.stream().map(when::at).filter(View::isPresent).toList();
        boolean misspelt = when.entries().stream()
                .anyMatch(e -> !StopShape.GOALS.contains(e.key())
                        && !e.key().equals("metric")
                        && !e.key().equals("difference"));
        if (goals.isEmpty() && !misspelt) {
            add(when, "asks nothing", StopShape.REMEDY);
        }
        if (goals.size() > 1) {
            add(
                    goals.get(1),
                    "stands beside " + keyOf(goals.getFirst()),
                    "Ask one question; make another run for another one.");
        }
        View difference = when.at("difference");
        boolean ofItsOwn = when.at("better").isPresent() || when.at("ranked").isPresent();
        if (difference.isPresent() && ofItsOwn) {
            add(
                    difference,
                    "stands beside a question that is about differences by itself",
                    "Leave difference out, or ask above, below or narrower of it.");
        }
    }

    private static String keyOf(View view) {
        String path = view.path().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private void checkPair(View pair, List<String> models) {
        List<View> named = pair.items();
        for (View model : named) {
            model.text()
                    .filter(name -> !models.contains(name))
                    .ifPresent(name -> add(
                            model, "the run has no model " + Quoted.quote(name), NearestNames.remedy(name, models)));
        }
        if (named.size() == 2 && named.get(0).text().equals(named.get(1).text())) {
            add(named.get(1), "is the same model again", "Name two different models of the run.");
        }
    }

    private void checkRanked(View ranked, List<String> models) {
        if (!ranked.isPresent()) {
            return;
        }
        if (!ranked.flag()) {
            add(ranked, "asks nothing unless it is true", StopShape.REMEDY);
        } else if (models.size() < 2) {
            add(ranked, "needs two models or more", "Name another model, or ask whether the score is above something.");
        } else if (models.size() > StopSpec.MOST_RANKED) {
            add(
                    ranked,
                    "can be asked of " + StopSpec.MOST_RANKED + " models at most, but there are " + models.size(),
                    "Name the two that matter: `better: [one, other]`.");
        }
    }

    private void add(View at, String message, String remedy) {
        problems.add(at.path(), Objects.requireNonNull(at.node(), "only what is present is checked"), message, remedy);
    }
}
