package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.instruction.InstructionAccuracy;
import dev.assay.scoring.instruction.InstructionException;
import dev.assay.scoring.instruction.InstructionLibrary;
import dev.assay.scoring.instruction.InstructionReport;
import dev.assay.scoring.instruction.InstructionSet;
import dev.assay.scoring.language.LanguageDetector;
import java.util.List;
import java.util.Map;

/** IFEval. */
final class InstructionAdapters {

    private InstructionAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "ifeval_instructions", InstructionAdapters::instruction,
                "ifeval_prompts", InstructionAdapters::prompt,
                "ifeval_aggregate", InstructionAdapters::aggregate);
    }

    private static final class Loaded {
        static final InstructionLibrary LIBRARY =
                new InstructionLibrary(SharedPunkt.splitter(), LanguageDetector.standard());
    }

    private static Object instruction(JsonNode golden) {
        JsonNode input = golden.get("input");
        String set = "{\"instruction_id_list\":[%s],\"kwargs\":[%s]}"
                .formatted(input.get("instruction_id"), input.get("kwargs"));
        try {
            return report(set, input).allStrict();
        } catch (InstructionException e) {
            return new Adapter.Refused(e.getMessage());
        }
    }

    private static Object prompt(JsonNode golden) {
        JsonNode input = golden.get("input");
        try {
            InstructionReport report = report(input.toString(), input);
            return Map.of(
                    "strict", report.strict(),
                    "loose", report.loose(),
                    "prompt_strict", report.allStrict(),
                    "prompt_loose", report.allLoose());
        } catch (InstructionException e) {
            return new Adapter.Refused(e.getMessage());
        }
    }

    private static InstructionReport report(String set, JsonNode input) {
        return InstructionReport.of(
                InstructionSet.read(set), Loaded.LIBRARY, input.get("response").asText());
    }

    private static Object aggregate(JsonNode golden) {
        InstructionAccuracy strict = InstructionAccuracy.of(flags(golden.at("/input/strict")));
        InstructionAccuracy loose = InstructionAccuracy.of(flags(golden.at("/input/loose")));
        return Map.of(
                "prompt_level_strict_acc", strict.promptLevel(),
                "inst_level_strict_acc", strict.instructionLevel(),
                "prompt_level_loose_acc", loose.promptLevel(),
                "inst_level_loose_acc", loose.instructionLevel());
    }

    private static List<List<Boolean>> flags(JsonNode items) {
        return Json.elements(items)
                .map(item -> Json.elements(item).map(JsonNode::asBoolean).toList())
                .toList();
    }
}
