package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That a benchmark asks how likely a model finds given texts, instead of letting it write.
 *
 * @param mode which texts
 * @param delimiter stands between a prompt and what follows it, as the harness's {@code target_delimiter}; may be empty
 * @param unconditional a prompt that says nothing, after which the options are asked once more, for the mutual
 *     information; null: they are not
 */
public record LikelihoodSpec(
        Mode mode, String delimiter, @Nullable String unconditional) {

    /** What stands between a prompt and what follows it, if nobody says otherwise. */
    public static final String DEFAULT_DELIMITER = " ";

    /** Which texts are judged. */
    public enum Mode {
        /** Each option of an item, after the item's prompt. */
        LOGLIKELIHOOD,
        /** The item's target, after its prompt if there is one. */
        PERPLEXITY,
        /** Written by a newer version. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * The texts of one sample, all of which are asked in one call: the options, then the options after
     * {@link #unconditional}; or the one text.
     */
    public List<LikelihoodText> texts(List<Message> prompt, SampleContext sample) {
        String context = prompt.isEmpty() ? "" : prompt.getLast().content();
        return switch (mode) {
            case LOGLIKELIHOOD ->
                Stream.concat(Stream.of(context), Stream.ofNullable(unconditional))
                        .flatMap(before ->
                                sample.choices().stream().map(option -> LikelihoodText.of(before, delimiter + option)))
                        .toList();
            case PERPLEXITY ->
                sample.references().stream()
                        .limit(1)
                        .map(text -> LikelihoodText.of(context, context.isEmpty() ? text : delimiter + text))
                        .toList();
            case UNKNOWN -> List.of();
        };
    }
}
