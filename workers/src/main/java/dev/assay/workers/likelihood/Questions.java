package dev.assay.workers.likelihood;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.event.LikelihoodTask;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.LikelihoodText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that one call asks about: those of the sample, and where the call has to find out whether its provider can
 * judge texts, those of the {@link Probe}.
 *
 * @param mode what the sample's texts are
 * @param texts of the sample
 * @param options how many options the sample has; 0 where a text is judged
 * @param probe whether the probe's texts follow
 */
public record Questions(LikelihoodSpec.Mode mode, List<LikelihoodText> texts, int options, boolean probe) {

    private static final int VERSION = 1;

    public Questions {
        texts = List.copyOf(texts);
    }

    /** What a task asks; null if the model is to write. */
    public static @Nullable Questions of(PromptTask task) {
        LikelihoodTask likelihood = task.likelihood();
        if (likelihood == null) {
            return null;
        }
        LikelihoodSpec.Mode mode = likelihood.spec().mode();
        return new Questions(
                mode,
                likelihood.spec().texts(task.messages(), task.sample()),
                mode == LikelihoodSpec.Mode.LOGLIKELIHOOD
                        ? task.sample().choices().size()
                        : 0,
                likelihood.probe());
    }

    /** All texts, in the order in which they are asked. */
    public List<LikelihoodText> all() {
        return Stream.concat(texts.stream(), probe ? Probe.TEXTS.stream() : Stream.of())
                .toList();
    }

    /** What came of the questions. */
    public sealed interface Answer {

        /**
         * The sample is judged.
         *
         * @param json of what was said, whose form {@code docs/likelihood.md} describes
         */
        record Judged(String json) implements Answer {}

        /**
         * What the provider sent is no judgement.
         *
         * @param complaint a clause about the provider, without any text that was asked about
         */
        record Unusable(String complaint) implements Answer {}
    }

    /** Reads a completion's choices. */
    public Answer read(@Nullable List<@Nullable EchoedChoice> choices) {
        try {
            List<LikelihoodText> asked = all();
            EchoedChoice[] ordered = ordered(choices, asked.size());
            List<EchoedText> echoed = new ArrayList<>(asked.size());
            for (int i = 0; i < asked.size(); i++) {
                echoed.add(EchoedText.read(asked.get(i), ordered[i]));
            }
            if (probe) {
                Probe.check(echoed.get(texts.size()), echoed.get(texts.size() + 1));
            }
            return new Answer.Judged(json(echoed.subList(0, texts.size())).toString());
        } catch (NotJudged e) {
            return new Answer.Unusable(e.complaint());
        }
    }

    private static EchoedChoice[] ordered(@Nullable List<@Nullable EchoedChoice> choices, int count) throws NotJudged {
        @Nullable EchoedChoice[] ordered = new @Nullable EchoedChoice[count];
        int place = 0;
        for (EchoedChoice choice : choices == null ? List.<@Nullable EchoedChoice>of() : choices) {
            if (choice != null) {
                int index = choice.index() == null ? place : choice.index();
                if (index >= 0 && index < count) {
                    ordered[index] = choice;
                }
            }
            place++;
        }
        long answered = Arrays.stream(ordered).filter(Objects::nonNull).count();
        if (answered != count || place != count) {
            throw new NotJudged("it answers " + place + " texts of " + count + " that are asked in one call");
        }
        return Arrays.stream(ordered).map(Objects::requireNonNull).toArray(EchoedChoice[]::new);
    }

    private ObjectNode json(List<EchoedText> echoed) throws NotJudged {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("likelihoods", VERSION);
        if (options == 0) {
            answer.set("text", judgement(echoed.getFirst()));
            return answer;
        }
        if (echoed.stream().anyMatch(text -> text.skipped() > 0)) {
            throw new NotJudged("it gives no log-probability of a choice's first token");
        }
        all(answer.putArray("options"), echoed.subList(0, options));
        if (echoed.size() > options) {
            all(answer.putArray("unconditional"), echoed.subList(options, echoed.size()));
        }
        return answer;
    }

    private static void all(ArrayNode list, List<EchoedText> echoed) {
        echoed.forEach(text -> list.add(judgement(text)));
    }

    private static ObjectNode judgement(EchoedText text) {
        ObjectNode judgement = JsonNodeFactory.instance.objectNode();
        judgement.put("logprob", text.sum()).put("tokens", text.own().size());
        if (text.greedy() != null && !text.own().isEmpty()) {
            judgement.put("greedy", text.greedy());
        }
        if (text.skipped() > 0) {
            judgement.put("skipped", text.skipped());
        }
        if (text.split()) {
            judgement.put("split", true);
        }
        return judgement;
    }
}
