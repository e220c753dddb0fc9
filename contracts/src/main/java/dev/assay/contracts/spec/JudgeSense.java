package dev.assay.contracts.spec;

import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.run.JudgePromptUse;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.spec.document.Node;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What must hold across the fields of a run's judges, and between them and its models. */
final class JudgeSense {

    private static final int LONGEST_PLACEHOLDER = 40;

    private final Problems problems;

    JudgeSense(Problems problems) {
        this.problems = problems;
    }

    void check(View run) {
        List<String> models = run.at("models").oneOrMore().stream()
                .flatMap(model -> (model.isMapping() ? model.at("name") : model).text().stream())
                .toList();
        boolean forms =
                run.at("perturbations").isPresent() || run.at("counterfactuals").isPresent();
        if (forms && !JudgeReader.views(run).isEmpty()) {
            add(
                    run.at("judge"),
                    "does not go with perturbations and counterfactuals yet",
                    "Judge the items as they are in a run of its own.");
        }
        Map<String, View> firstByName = new HashMap<>();
        int judgements = 0;
        for (View judge : JudgeReader.views(run)) {
            View first = firstByName.putIfAbsent(JudgeReader.name(judge), judge);
            if (first != null) {
                add(
                        judge,
                        "is called " + JudgeReader.name(judge) + ", as " + first.path() + " is",
                        "Give each judge a name of its own: `name: second-judge`.");
            }
            checkPrompt(judge);
            checkScale(judge.at("scale"));
            checkCriteria(judge);
            if (JudgeReader.mode(judge) == JudgeUse.Mode.PAIRWISE) {
                judgements += checkPairs(judge, models);
            } else {
                judgements += models.size();
                refuse(judge.at("baseline"), "needs pairs", "Write `mode: pairwise`, or leave baseline out.");
                refuse(judge.at("swap"), "needs pairs", "Write `mode: pairwise`, or leave swap out.");
            }
            if (judgements > JudgeSpec.MOST_JUDGEMENTS) {
                add(
                        judge,
                        "brings the judgements of each item to " + judgements + ", and at most "
                                + JudgeSpec.MOST_JUDGEMENTS + " are made",
                        "Name a baseline, compare fewer models, or judge in several runs.");
                return;
            }
        }
    }

    private int checkPairs(View judge, List<String> models) {
        refuse(judge.at("criteria"), "cannot be graded in pairs", "Write `mode: pointwise`, or leave criteria out.");
        refuse(judge.at("scale"), "belongs to grades", "Write `mode: pointwise`, or leave scale out.");
        if (models.size() < 2) {
            add(judge, "compares models, but the run has " + models.size(), "Name a second model, or grade pointwise.");
        }
        View baseline = judge.at("baseline");
        Optional<String> named = baseline.text();
        if (named.isPresent() && !models.contains(named.get())) {
            add(
                    baseline,
                    "is none of the run's models: " + Quoted.quote(named.get()),
                    NearestNames.remedy(named.get(), models));
        }
        int pairs = baseline.isPresent() ? models.size() - 1 : models.size() * (models.size() - 1) / 2;
        return JudgeReader.swaps(judge) ? 2 * pairs : pairs;
    }

    private void checkPrompt(View judge) {
        View prompt = judge.at("prompt");
        JudgeUse.Mode mode = JudgeReader.mode(judge);
        if (prompt.isMapping()) {
            checkOwn(judge, prompt, mode);
            return;
        }
        Optional<String> name = prompt.text();
        if (name.isEmpty()) {
            boolean both =
                    judge.at("criteria").isPresent() && judge.at("reference").flag();
            if (both) {
                add(
                        judge.at("reference"),
                        "is not shown by the prompt rubric",
                        "Write a prompt of your own with {{ criteria }} and {{ reference }}, or leave one of the two out.");
            }
            return;
        }
        Optional<JudgePrompts.Known> known = JudgePrompts.find(name.get());
        if (known.isEmpty()) {
            add(
                    prompt,
                    "is no prompt that comes with Assay: " + Quoted.quote(name.get()),
                    NearestNames.remedy(name.get(), JudgePrompts.names())
                            + " One of your own is written as `prompt: {template: \"...\"}`.");
        } else if (known.get().mode() != mode) {
            add(
                    prompt,
                    "is not for mode " + word(mode),
                    "Write `mode: " + word(known.get().mode()) + "`, or another prompt.");
        } else if (known.get().format().equals("rubric")
                && !judge.at("criteria").isPresent()) {
            add(prompt, "needs criteria", "Write what is graded: `criteria: [correctness, clarity]`.");
        } else if (judge.at("criteria").isPresent() && !known.get().format().equals("rubric")) {
            add(
                    prompt,
                    "asks for one grade, not for one by criterion",
                    "Write `prompt: rubric`, or leave criteria out.");
        } else if (judge.at("reference").flag() && !known.get().reference()) {
            add(prompt, "does not show the reference", "Leave prompt out, or name one that ends with -reference.");
        }
    }

    private void checkOwn(View judge, View prompt, JudgeUse.Mode mode) {
        View template = prompt.at("template");
        Set<String> wanted = template.text().map(JudgePromptUse::placeholders).orElse(Set.of());
        for (String placeholder : wanted) {
            if (!JudgePrompts.knows(mode, placeholder)) {
                add(
                        template,
                        "wants {{ " + Quoted.shortened(placeholder, LONGEST_PLACEHOLDER) + " }}, which a judge of mode "
                                + word(mode) + " is not given",
                        "It is given question, reference, " + String.join(" and ", JudgePrompts.answersOf(mode)) + ".");
            }
        }
        if (template.isPresent()) {
            checkShown(judge, template, wanted, mode);
        }
        List<String> formats =
                mode == JudgeUse.Mode.PAIRWISE ? JudgePrompts.PAIRWISE_FORMATS : JudgePrompts.POINTWISE_FORMATS;
        String format = JudgeReader.format(judge);
        if (!formats.contains(format)) {
            add(
                    prompt.at("format"),
                    "is not for mode " + word(mode),
                    "Write one of " + String.join(", ", formats) + ".");
        } else if (format.equals("rubric") != judge.at("criteria").isPresent() && mode == JudgeUse.Mode.POINTWISE) {
            add(prompt, "and criteria do not fit", "Criteria go with `format: rubric`, and only with it.");
        }
    }

    private void checkShown(View judge, View template, Set<String> wanted, JudgeUse.Mode mode) {
        for (String answer : JudgePrompts.answersOf(mode)) {
            if (!wanted.contains(answer)) {
                add(template, "does not show {{ " + answer + " }}", "Write where the answer stands.");
            }
        }
        if (judge.at("reference").flag() && !wanted.contains("reference")) {
            add(template, "does not show {{ reference }}", "Write where the reference stands, or leave reference out.");
        }
    }

    private void checkScale(View scale) {
        List<BigDecimal> ends =
                scale.items().stream().flatMap(end -> end.decimal().stream()).toList();
        if (ends.size() == 2 && ends.getFirst().compareTo(ends.getLast()) >= 0) {
            add(scale, "is empty", "Write the worst grade first: `scale: [1, 10]`.");
        }
    }

    private void checkCriteria(View judge) {
        Set<String> seen = new HashSet<>();
        for (View criterion : judge.at("criteria").items()) {
            if (criterion.text().isPresent() && !seen.add(criterion.text().get())) {
                add(criterion, "is there twice", "Name each criterion once.");
            }
        }
    }

    private void refuse(View field, String message, String remedy) {
        if (field.isPresent()) {
            add(field, message, remedy);
        }
    }

    private static String word(JudgeUse.Mode mode) {
        return mode == JudgeUse.Mode.PAIRWISE ? "pairwise" : "pointwise";
    }

    private void add(View view, String message, String remedy) {
        Node node = Objects.requireNonNull(view.node(), "only what is present is checked");
        problems.add(view.path(), node, message, remedy);
    }
}
