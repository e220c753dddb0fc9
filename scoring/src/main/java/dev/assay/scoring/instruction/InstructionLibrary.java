package dev.assay.scoring.instruction;

import dev.assay.scoring.language.LanguageDetector;
import dev.assay.scoring.sentence.SentenceSplitter;
import dev.assay.scoring.sentence.WordTokenizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The 25 kinds of instructions of IFEval.
 *
 * <p>Source: Zhou et al., "Instruction-following evaluation for large language models" (2023); google-research
 * {@code instruction_following_eval} as lm-evaluation-harness has it. What differs: arguments that the reference makes up at
 * random are an error here; keywords that are no patterns stand for themselves; languages are told by our own detector.
 * Immutable and thread-safe.
 */
public final class InstructionLibrary {

    /**
     * A kind of instruction.
     *
     * @param arguments the names that it takes
     * @param maker makes one of its arguments
     */
    record Kind(Set<String> arguments, Function<InstructionArguments, Instruction> maker) {}

    private final Map<String, Kind> kinds;

    /** With the language detector and the sentence splitter that are to be asked. */
    public InstructionLibrary(SentenceSplitter sentences, LanguageDetector languages) {
        Map<String, Kind> all = new HashMap<>();
        all.putAll(KeywordInstructions.kinds());
        all.putAll(LengthInstructions.kinds(sentences));
        all.putAll(ContentInstructions.kinds());
        all.putAll(FormatInstructions.kinds());
        all.putAll(LanguageInstructions.kinds(languages, new WordTokenizer(sentences)));
        kinds = Map.copyOf(all);
    }

    /** With what is built in. */
    public static InstructionLibrary standard() {
        return new InstructionLibrary(SentenceSplitter.english(), LanguageDetector.standard());
    }

    /** The ids that it knows. */
    public Set<String> ids() {
        return kinds.keySet();
    }

    /** Makes an instruction. @throws InstructionException if its id or an argument is unknown or does not fit */
    public Instruction create(InstructionSet.Entry entry) {
        Kind kind = kinds.get(entry.id());
        if (kind == null) {
            throw new InstructionException("there is no instruction '" + entry.id() + "'");
        }
        return kind.maker().apply(new InstructionArguments(entry).only(kind.arguments()));
    }
}
