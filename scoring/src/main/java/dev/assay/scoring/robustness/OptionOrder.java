package dev.assay.scoring.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts options into another order, and the target with them. Options are the subject's choices, or else lines of the text
 * that are lettered from A on: {@code A) red}, {@code (B) blue}, {@code C. green}.
 *
 * <p>Options that speak of other options ("all of the above", "both A and B") would not mean the same elsewhere: such a
 * question stays as it is.
 */
final class OptionOrder {

    private static final Pattern LINE = Pattern.compile("(?m)^([ \\t]*\\(?)([A-J])([).:])[ \\t]+(\\S.*)$");
    private static final Pattern DEICTIC = Pattern.compile(
            "(?i)\\b(?:above|below|previous|preceding|following options?|both|neither|none of (?:these|them|the)|all of"
                    + " (?:these|them|the)|options?|(?-i:[A-J] (?:and|or|nor) [A-J]))\\b");

    private OptionOrder() {}

    static Subject shuffle(Subject subject, long seed) {
        return subject.choices().isEmpty() ? shuffleLines(subject, seed) : shuffleChoices(subject, seed);
    }

    private static Subject shuffleChoices(Subject subject, long seed) {
        if (!canMove(subject.choices())) {
            return subject;
        }
        List<Integer> order = order(subject, seed, subject.choices().size());
        return subject.withOptions(
                subject.text(), order.stream().map(subject.choices()::get).toList(), moved(subject.target(), order));
    }

    private static Subject shuffleLines(Subject subject, long seed) {
        Matcher matcher = LINE.matcher(subject.text());
        List<int[]> spans = new ArrayList<>();
        List<String> options = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.group(2).charAt(0) != 'A' + options.size()) {
                return subject;
            }
            spans.add(new int[] {matcher.start(4), matcher.end(4)});
            options.add(matcher.group(4));
        }
        boolean known = subject.target().isEmpty() || subject.target().getAsInt() < options.size();
        if (!known || !canMove(options)) {
            return subject;
        }
        List<Integer> order = order(subject, seed, options.size());
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (int i = 0; i < options.size(); i++) {
            text.append(subject.text(), end, spans.get(i)[0]).append(options.get(order.get(i)));
            end = spans.get(i)[1];
        }
        text.append(subject.text().substring(end));
        return subject.withOptions(text.toString(), List.of(), moved(subject.target(), order));
    }

    private static boolean canMove(List<String> options) {
        return options.size() >= 2
                && options.stream().noneMatch(option -> DEICTIC.matcher(option).find());
    }

    /** Which option goes to each place; never the order that there was. */
    private static List<Integer> order(Subject subject, long seed, int size) {
        Dice dice = Dice.of(seed, subject.text() + "\n" + String.join("\n", subject.choices()));
        List<Integer> given = IntStream.range(0, size).boxed().toList();
        List<Integer> order = dice.shuffled(given);
        while (order.equals(given)) {
            order = dice.shuffled(given);
        }
        return order;
    }

    private static OptionalInt moved(OptionalInt target, List<Integer> order) {
        return target.isPresent() ? OptionalInt.of(order.indexOf(target.getAsInt())) : target;
    }
}
