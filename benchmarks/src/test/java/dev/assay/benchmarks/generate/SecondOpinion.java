package dev.assay.benchmarks.generate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers an item from its text, with code of its own: reads the numbers and names back out of the sentences and works
 * the answer out by another way than the generator did where there is one.
 */
final class SecondOpinion {

    private SecondOpinion() {}

    /** The answer, a letter where there are options. */
    static String of(Map<String, Object> item) {
        String answer = item.get("passage") instanceof String passage
                ? ReadingOpinion.of(passage, (String) item.get("question"))
                : ofQuestion((String) item.get("question"));
        return item.get("choices") instanceof List<?> choices
                ? String.valueOf((char) ('A' + choices.indexOf(answer)))
                : answer;
    }

    private static String ofQuestion(String question) {
        List<String> answers = java.util.stream.Stream.of(
                        ArithmeticOpinion.RULES, OrderingOpinion.RULES, FactsOpinion.RULES)
                .flatMap(List::stream)
                .map(rule -> rule.answer(question))
                .flatMap(Optional::stream)
                .toList();
        if (answers.size() != 1) {
            throw new AssertionError(answers.size() + " rules answer: " + question);
        }
        return answers.getFirst();
    }

    /** How questions of one form are answered. */
    record Rule(Pattern form, Function<MatchResult, Object> solve) {

        static Rule rule(String form, Function<MatchResult, Object> solve) {
            return new Rule(Pattern.compile(form), solve);
        }

        Optional<String> answer(String question) {
            Matcher matcher = form.matcher(question);
            return matcher.find() ? Optional.of(String.valueOf(solve.apply(matcher))) : Optional.empty();
        }
    }

    static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
