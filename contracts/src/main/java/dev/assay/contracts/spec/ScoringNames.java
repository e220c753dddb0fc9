package dev.assay.contracts.spec;

import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.spec.Vocabulary.Parameter;
import dev.assay.contracts.spec.Vocabulary.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reports filters, metrics and parameters that nobody knows, that are missing, or whose values do not fit. */
final class ScoringNames {

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final ParameterCheck parameters;

    ScoringNames(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.parameters = new ParameterCheck(problems);
    }

    /** What kind of word is asked for, the keys that may hold its name, and other keys that are no parameters. */
    private record Place(String what, List<Word> words, List<String> nameKeys, List<String> otherKeys) {}

    /**
     * @param owner a run or a benchmark
     * @param repeats how often each item is asked
     */
    void check(View owner, long repeats) {
        Place step = new Place("filter", vocabulary.filters(), ScoringShape.FILTER_KEYS, List.of());
        Place metric =
                new Place("metric", vocabulary.metrics(), ScoringShape.METRIC_KEYS, ScoringShape.OTHER_METRIC_KEYS);
        ScoringReader.pipelines(owner.at("extract"))
                .flatMap(p -> p.oneOrMore().stream())
                .forEach(use -> checkUse(use, step));
        for (View use : owner.at("metrics").oneOrMore()) {
            checkUse(use, metric);
            checkRepeats(use, repeats);
        }
    }

    /** Perturbations and counterfactuals. */
    void checkVariants(View run) {
        Place perturbation = new Place(
                "perturbation", vocabulary.perturbations(), VariantsShape.RULE_KEYS, VariantsShape.OTHER_KEYS);
        Place counterfactual = new Place(
                "counterfactual", vocabulary.counterfactuals(), VariantsShape.RULE_KEYS, VariantsShape.OTHER_KEYS);
        run.at("perturbations").oneOrMore().forEach(use -> checkUse(use, perturbation));
        run.at("counterfactuals").oneOrMore().forEach(use -> checkUse(use, counterfactual));
    }

    private void checkRepeats(View use, long repeats) {
        View fold = use.at("repeats");
        String text = fold.text().filter(t -> RepeatsText.complaint(t) == null).orElse(null);
        if (text == null) {
            return;
        }
        if (RepeatsText.least(text) > repeats) {
            problems.add(
                    fold.path(),
                    Objects.requireNonNull(fold.node()),
                    "needs " + RepeatsText.least(text) + " answers to each item, but the run asks for " + repeats,
                    "Set the run's repeats: `repeats: " + RepeatsText.least(text) + "`.");
        }
        View name = use.atAny(ScoringShape.METRIC_KEYS);
        boolean fits = name.text()
                .flatMap(metric -> Vocabulary.find(vocabulary.metrics(), metric))
                .map(Word::isUnit)
                .orElse(true);
        if (!fits && !text.equals("mean")) {
            problems.add(
                    fold.path(),
                    Objects.requireNonNull(fold.node()),
                    "does not go with " + name.text().orElse("") + ", whose scores are not from 0 (wrong) to 1 (right)",
                    "Leave it out, or use a metric such as exact_match.");
        }
    }

    private void checkUse(View use, Place place) {
        List<String> given =
                place.nameKeys().stream().filter(k -> use.at(k).isPresent()).toList();
        if (use.isMapping() && given.size() != 1) {
            problems.add(
                    use.path(),
                    Objects.requireNonNull(use.node()),
                    given.isEmpty()
                            ? "names no " + place.what()
                            : "names its " + place.what() + " twice: " + String.join(", ", given),
                    "Write the name under one key: `{" + place.what() + ": " + example(use, place)
                            + ", parameter: value}`.");
            return;
        }
        View name = use.isMapping() ? use.at(given.getFirst()) : use;
        name.text().ifPresent(text -> {
            Optional<Word> word = Vocabulary.find(place.words(), text);
            if (word.isPresent()) {
                checkParameters(use, word.get(), place);
            } else {
                problems.add(
                        name.path(),
                        Objects.requireNonNull(name.node()),
                        "there is no " + place.what() + " " + Quoted.quote(text),
                        NearestNames.remedy(text, Vocabulary.names(place.words())));
            }
        });
    }

    /** Whoever writes {@code {regex: …}} means the filter of that name. */
    private static String example(View use, Place place) {
        List<String> names = Vocabulary.names(place.words());
        return use.entries().stream()
                .map(View.Entry::key)
                .filter(names::contains)
                .findFirst()
                .orElse("name");
    }

    private void checkParameters(View use, Word word, Place place) {
        Map<String, String> keyByParameter = new HashMap<>();
        for (View.Entry entry : use.entries()) {
            if (!place.nameKeys().contains(entry.key()) && !place.otherKeys().contains(entry.key())) {
                checkParameter(entry, word, place.what(), keyByParameter);
            }
        }
        for (Parameter parameter : word.parameters()) {
            if (parameter.required() && !keyByParameter.containsKey(parameter.name())) {
                problems.add(
                        use.path(),
                        Objects.requireNonNull(use.node()),
                        "the " + place.what() + " " + word.name() + " needs the parameter " + parameter.name(),
                        "Add it: `{" + place.what() + ": " + word.name() + ", " + parameter.name() + ": …}`.");
            }
        }
    }

    private void checkParameter(View.Entry entry, Word word, String what, Map<String, String> keyByParameter) {
        Optional<Parameter> parameter = word.parameters().stream()
                .filter(p -> p.names().anyMatch(entry.key()::equals))
                .findFirst();
        if (parameter.isEmpty()) {
            problems.add(
                    entry.value().path(),
                    entry.source().keyPosition(),
                    "is not a parameter of the " + what + " " + word.name(),
                    word.parameters().isEmpty()
                            ? "It takes none."
                            : NearestNames.remedy(
                                    entry.key(),
                                    word.parameters().stream()
                                            .map(Parameter::name)
                                            .toList()));
            return;
        }
        String before = keyByParameter.putIfAbsent(parameter.get().name(), entry.key());
        if (before != null) {
            problems.add(
                    entry.value().path(),
                    entry.source().keyPosition(),
                    "says the same as " + before,
                    "Keep one of the two.");
        }
        parameters.check(entry.value(), parameter.get());
    }
}
