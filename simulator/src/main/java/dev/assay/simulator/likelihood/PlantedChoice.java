package dev.assay.simulator.likelihood;

import dev.assay.simulator.answer.Draw;
import dev.assay.simulator.answer.Truth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The options of an item, one of which was made the likeliest: by itself, by character and by byte. It is the first right one
 * exactly if a number drawn from the model and the options is below the model's ability.
 *
 * @param prompts the judged texts in their order
 * @param truth whether the likeliest option is right
 */
public record PlantedChoice(List<JudgedPrompt> prompts, Truth truth) {

    private static final long SALT_RIGHT = 0x6a7564676564L;
    private static final long SALT_WRONG = 0x77726f6e67L;
    /** How much likelier than the next one, as a factor of the log-likelihood. */
    private static final double AHEAD = 0.9;

    public PlantedChoice {
        prompts = List.copyOf(prompts);
    }

    /**
     * Judges texts; options are planted if it is told which prompts they are and which of them are right.
     *
     * @param options how many of the texts are options, the first ones
     * @param from where the options begin, in code points
     * @param right places of the right options
     * @param draw of the model and the texts
     */
    public static PlantedChoice of(
            List<String> texts,
            ByteModel model,
            int options,
            int from,
            List<Integer> right,
            double ability,
            Draw draw) {
        List<JudgedPrompt> judged = new ArrayList<>(
                texts.stream().map(text -> JudgedPrompt.of(text, model)).toList());
        if (options < 1 || right.isEmpty()) {
            return new PlantedChoice(judged, Truth.UNKNOWN);
        }
        List<Integer> wrong = IntStream.range(0, options)
                .boxed()
                .filter(option -> !right.contains(option))
                .toList();
        boolean isRight = draw.uniform(SALT_RIGHT) < ability || wrong.isEmpty();
        int likeliest = isRight ? right.getFirst() : wrong.get(draw.below(wrong.size(), SALT_WRONG));
        double factor = AHEAD;
        for (int option = 0; option < options; option++) {
            if (option != likeliest) {
                factor = Math.min(factor, AHEAD * ratio(judged.get(option), judged.get(likeliest), from));
            }
        }
        judged.set(likeliest, judged.get(likeliest).scaled(from, factor));
        return new PlantedChoice(judged, isRight ? Truth.RIGHT : Truth.WRONG);
    }

    /** What the second's log-likelihood may be multiplied by to be as likely as the first, in whichever way. */
    private static double ratio(JudgedPrompt first, JudgedPrompt second, int from) {
        double whole = first.from(from) / second.from(from);
        double byCharacter = whole * characters(second, from) / characters(first, from);
        double byByte = whole * bytes(second, from) / bytes(first, from);
        double least = Math.min(whole, Math.min(byCharacter, byByte));
        return Double.isFinite(least) ? least : 1;
    }

    /** Lengths are those of options without the one character that usually stands before them. */
    private static double characters(JudgedPrompt prompt, int from) {
        String end = end(prompt, from);
        return Math.max(1, end.codePointCount(0, end.length()));
    }

    private static double bytes(JudgedPrompt prompt, int from) {
        return Math.max(1, end(prompt, from).getBytes(StandardCharsets.UTF_8).length);
    }

    private static String end(JudgedPrompt prompt, int from) {
        String end = prompt.text().substring(prompt.text().offsetByCodePoints(0, from));
        return end.startsWith(" ") ? end.substring(1) : end;
    }
}
