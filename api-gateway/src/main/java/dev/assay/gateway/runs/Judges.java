package dev.assay.gateway.runs;

import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.JudgePromptUse;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.spec.JudgeSpec;
import dev.assay.contracts.spec.RunSpec;
import dev.assay.contracts.spec.SpecPath;
import dev.assay.scoring.judge.JudgePrompt;
import dev.assay.scoring.judge.ReplyFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The judges of a run with their prompts looked up, which pins their wording. Pure. */
final class Judges {

    private Judges() {}

    /** The path of a judge in the spec, where there may be one alone or a list. */
    static SpecPath path(RunSpec spec, int judge) {
        SpecPath path = SpecPath.of("judge");
        return spec.judges().size() == 1 ? path : path.index(judge);
    }

    /** @param judging the use of each judge's model, in their order */
    static List<JudgeUse> of(
            RunSpec spec,
            List<ModelUse> judging,
            List<ModelUse> models,
            BenchmarkDefinition benchmark,
            SpecFindings findings) {
        List<JudgeUse> judges = new ArrayList<>();
        for (int i = 0; i < spec.judges().size(); i++) {
            JudgeUse judge = spec.judges()
                    .get(i)
                    .use(judging.get(i), prompt(spec.judges().get(i)), models);
            for (String label : judge.labels()) {
                boolean taken =
                        benchmark.metrics().stream().map(MetricSpec::label).anyMatch(label::equals)
                                || judges.stream()
                                        .anyMatch(other -> other.labels().contains(label));
                if (taken) {
                    findings.add(
                            path(spec, i),
                            "its grades are called '" + label + "', as another score of the run is",
                            "Give the judge another name: `name: my-judge`.");
                }
            }
            judges.add(judge);
        }
        return judges;
    }

    private static JudgePromptUse prompt(JudgeSpec spec) {
        return switch (spec.prompt()) {
            case JudgeSpec.Prompt.Own own -> new JudgePromptUse("own", own.version(), own.text(), own.format());
            case JudgeSpec.Prompt.BuiltIn builtIn -> {
                JudgePrompt prompt = JudgePrompt.standard().stream()
                        .filter(known -> known.name().equals(builtIn.name()))
                        .findFirst()
                        .orElse(null);
                Objects.requireNonNull(prompt, "the spec was checked");
                yield new JudgePromptUse(prompt.name(), prompt.version(), prompt.text(), format(prompt));
            }
        };
    }

    /** The word for how replies to a prompt are read. */
    static String format(JudgePrompt prompt) {
        return switch (prompt.kind()) {
            case JudgePrompt.Kind.Grade grade -> word(grade.format());
            case JudgePrompt.Kind.Comparison comparison -> word(comparison.format());
            case JudgePrompt.Kind.ByRubric rubric -> "rubric";
        };
    }

    private static String word(ReplyFormat format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
