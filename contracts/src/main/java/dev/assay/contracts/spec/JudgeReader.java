package dev.assay.contracts.spec;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.JudgeUse;
import java.util.List;

/** Turns judges in which no problem was found into specs. */
final class JudgeReader {

    private static final double WORST = 1;
    private static final double BEST = 10;

    private JudgeReader() {}

    /** The judges of a run, one or a list. */
    static List<View> views(View run) {
        View judge = run.at("judge");
        return judge.isMapping() ? List.of(judge) : judge.items();
    }

    static List<JudgeSpec> read(View run) {
        return views(run).stream().map(JudgeReader::judge).toList();
    }

    static JudgeUse.Mode mode(View judge) {
        return judge.at("mode").text().filter("pairwise"::equals).isPresent()
                ? JudgeUse.Mode.PAIRWISE
                : JudgeUse.Mode.POINTWISE;
    }

    static String name(View judge) {
        return judge.at("name").text().orElse(JudgeSpec.DEFAULT_NAME);
    }

    static boolean swaps(View judge) {
        return !judge.at("swap").isPresent() || judge.at("swap").flag();
    }

    private static JudgeSpec judge(View judge) {
        List<View> scale = judge.at("scale").items();
        return new JudgeSpec(
                name(judge),
                RunSpecConversion.model(judge.at("model")),
                mode(judge),
                prompt(judge),
                judge.at("criteria").items().stream()
                        .map(RunSpecConversion::textOf)
                        .toList(),
                scale.isEmpty()
                        ? WORST
                        : scale.getFirst().decimal().orElseThrow().doubleValue(),
                scale.isEmpty() ? BEST : scale.getLast().decimal().orElseThrow().doubleValue(),
                swaps(judge),
                judge.at("baseline").text().map(ModelId::new).orElse(null),
                judge.at("human").text().orElse(null));
    }

    private static JudgeSpec.Prompt prompt(View judge) {
        View prompt = judge.at("prompt");
        boolean rubric = judge.at("criteria").isPresent();
        if (!prompt.isMapping()) {
            return new JudgeSpec.Prompt.BuiltIn(prompt.text()
                    .orElseGet(() -> JudgePrompts.usual(
                            mode(judge), rubric, judge.at("reference").flag())));
        }
        return new JudgeSpec.Prompt.Own(
                RunSpecConversion.textOf(prompt.at("template")),
                prompt.at("version").whole().map(Long::intValue).orElse(1),
                format(judge));
    }

    /** How the reply to a prompt of the author's own is read. */
    static String format(View judge) {
        String usual = mode(judge) == JudgeUse.Mode.PAIRWISE
                ? "letter"
                : judge.at("criteria").isPresent() ? "rubric" : "rating";
        return judge.at("prompt").at("format").text().orElse(usual);
    }
}
