package dev.assay.benchmarks.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sorting, comparing, continuing and arranging. */
final class Ordering {

    private Ordering() {}

    static List<Function<Dice, Draft>> patterns() {
        return List.of(
                Ordering::ascending,
                Ordering::descending,
                Ordering::alphabetical,
                Ordering::byLength,
                Ordering::nextByStep,
                Ordering::nextByFactor,
                Ordering::largestDecimal,
                Ordering::earliestDate,
                Ordering::timesInOrder,
                Ordering::race,
                Ordering::tallest,
                Ordering::median,
                Ordering::kthInAlphabet,
                Ordering::reversed,
                Ordering::shelf);
    }

    private static Draft ascending(Dice dice) {
        List<Integer> numbers = dice.numbers(5, 3, 99);
        if (numbers.equals(numbers.stream().sorted().toList())) {
            return ascending(dice);
        }
        return Draft.open(
                "Put these numbers in order, the smallest first, separated by commas: %s.".formatted(joined(numbers)),
                joined(numbers.stream().sorted().toList()));
    }

    private static Draft descending(Dice dice) {
        List<Integer> numbers = dice.numbers(4, 100, 999);
        if (numbers.equals(numbers.stream().sorted(Comparator.reverseOrder()).toList())) {
            return descending(dice);
        }
        return Draft.open(
                "Write these numbers from the largest to the smallest, separated by commas: %s."
                        .formatted(joined(numbers)),
                joined(numbers.stream().sorted(Comparator.reverseOrder()).toList()));
    }

    private static Draft alphabetical(Dice dice) {
        List<String> words = dice.some(4, Words.SHORT_WORDS);
        if (words.equals(words.stream().sorted().toList())) {
            return alphabetical(dice);
        }
        return Draft.open(
                "Put these words in alphabetical order, separated by commas: %s.".formatted(joined(words)),
                joined(words.stream().sorted().toList()));
    }

    private static Draft byLength(Dice dice) {
        List<String> words = new ArrayList<>();
        for (List<String> sameLength : List.of(
                List.of("ant", "owl", "fox", "cow", "bee"),
                List.of("wolf", "bear", "goat", "swan"),
                List.of("camel", "horse", "tiger", "otter"),
                List.of("rabbit", "beaver", "donkey", "falcon"))) {
            words.add(dice.one(sameLength));
        }
        return Draft.open(
                "Arrange these animals by the length of their names, the shortest name first, separated by commas: %s."
                        .formatted(joined(disordered(words, dice))),
                joined(words));
    }

    private static List<String> disordered(List<String> words, Dice dice) {
        List<String> shuffled = dice.shuffled(words);
        return shuffled.equals(words) ? disordered(words, dice) : shuffled;
    }

    private static Draft nextByStep(Dice dice) {
        int start = dice.number(2, 40);
        int step = dice.number(3, 17);
        List<Integer> terms =
                IntStream.range(0, 5).map(i -> start + i * step).boxed().toList();
        return Draft.open("Which number comes next: %s?".formatted(joined(terms)), start + 5 * step);
    }

    private static Draft nextByFactor(Dice dice) {
        int start = dice.number(1, 9);
        int factor = dice.number(2, 4);
        List<Integer> terms = IntStream.range(0, 4)
                .map(i -> start * (int) Math.pow(factor, i))
                .boxed()
                .toList();
        return Draft.open(
                "In the sequence %s each term is the one before times the same number. What is the next term?"
                        .formatted(joined(terms)),
                start * (int) Math.pow(factor, 4));
    }

    private static Draft largestDecimal(Dice dice) {
        int whole = dice.number(1, 20);
        List<String> decimals = dice.numbers(4, 1, 99).stream()
                .map(n -> n % 10 == 0 || dice.number(0, 2) > 0
                        ? "%d.%02d".formatted(whole, n)
                        : "%d.%d".formatted(whole, Math.max(1, n / 10)))
                .distinct()
                .toList();
        String largest =
                decimals.stream().max(Comparator.comparing(BigDecimal::new)).orElseThrow();
        boolean tie = decimals.stream()
                        .filter(d -> new BigDecimal(d).compareTo(new BigDecimal(largest)) == 0)
                        .count()
                > 1;
        return tie
                ? largestDecimal(dice)
                : Draft.open("Which of these numbers is the largest: %s?".formatted(joined(decimals)), largest);
    }

    private static Draft earliestDate(Dice dice) {
        int year = dice.number(1950, 2015);
        List<String> dates = dice.numbers(4, 0, 1400).stream()
                .map(days -> written(LocalDate.of(year, 1, 1).plusDays(days)))
                .toList();
        String earliest =
                dates.stream().min(Comparator.comparing(Ordering::read)).orElseThrow();
        return Draft.open("Which of these dates is the earliest: %s?".formatted(String.join("; ", dates)), earliest);
    }

    private static String written(LocalDate date) {
        return "%d %s %d".formatted(date.getDayOfMonth(), Words.MONTHS.get(date.getMonthValue() - 1), date.getYear());
    }

    private static LocalDate read(String date) {
        String[] parts = date.split(" ");
        return LocalDate.of(Integer.parseInt(parts[2]), Words.MONTHS.indexOf(parts[1]) + 1, Integer.parseInt(parts[0]));
    }

    private static Draft timesInOrder(Dice dice) {
        List<String> events =
                dice.some(3, List.of("the lecture", "the tour", "the lunch", "the concert", "the meeting"));
        List<Integer> times = dice.numbers(3, 32, 84);
        List<Integer> order = IntStream.range(0, 3)
                .boxed()
                .sorted(Comparator.comparing(times::get))
                .toList();
        String facts = IntStream.range(0, 3)
                .mapToObj(
                        i -> "%s starts at %02d:%02d".formatted(events.get(i), times.get(i) / 4, times.get(i) % 4 * 15))
                .collect(Collectors.joining(", "));
        return Draft.open(
                "On one day, %s. Name the three in the order of their start, without the word 'the', separated by commas."
                        .formatted(facts),
                joined(order.stream().map(events::get).map(e -> e.substring(4)).toList()));
    }

    private static Draft race(Dice dice) {
        List<String> order = dice.some(4, Words.PEOPLE);
        List<String> facts = dice.shuffled(List.of(
                order.get(0) + " finishes before " + order.get(1),
                order.get(2) + " finishes after " + order.get(1),
                order.get(3) + " finishes after " + order.get(2)));
        int place = dice.number(1, 4);
        return Draft.open(
                "Four people run a race. %s. Who finishes %s?"
                        .formatted(
                                String.join(". ", facts),
                                List.of("first", "second", "third", "last").get(place - 1)),
                order.get(place - 1));
    }

    private static Draft tallest(Dice dice) {
        List<String> order = dice.some(3, Words.PEOPLE);
        String facts = dice.number(0, 1) == 0
                ? "%s is taller than %s, and %s is shorter than %s"
                        .formatted(order.get(0), order.get(1), order.get(2), order.get(1))
                : "%s is shorter than %s, and %s is taller than %s"
                        .formatted(order.get(2), order.get(1), order.get(0), order.get(1));
        int asked = dice.number(0, 2);
        return Draft.open(
                "%s. Who of the three is %s?"
                        .formatted(
                                facts,
                                List.of("the tallest", "in the middle by height", "the shortest")
                                        .get(asked)),
                order.get(asked));
    }

    private static Draft median(Dice dice) {
        List<Integer> numbers = dice.numbers(dice.one(5, 7), 1, 80);
        return Draft.open(
                "What is the median of %s?".formatted(joined(numbers)),
                numbers.stream().sorted().toList().get(numbers.size() / 2));
    }

    private static Draft kthInAlphabet(Dice dice) {
        List<String> words = dice.some(5, Words.SHORT_WORDS);
        int place = dice.number(1, 4);
        return Draft.open(
                "If the words %s are sorted alphabetically, which one is %s?"
                        .formatted(
                                joined(words),
                                List.of("first", "second", "third", "fourth").get(place - 1)),
                words.stream().sorted().toList().get(place - 1));
    }

    private static Draft reversed(Dice dice) {
        List<String> words = dice.some(4, Words.COLOURS);
        return Draft.open(
                "Write this list backwards, separated by commas: %s.".formatted(joined(words)),
                joined(words.reversed()));
    }

    private static Draft shelf(Dice dice) {
        List<String> colours = dice.some(4, Words.COLOURS);
        int at = dice.number(1, 2);
        boolean left = dice.number(0, 1) == 0;
        return Draft.open(
                "On a shelf stand, from left to right, books in these colours: %s. Which colour is the book directly to the %s"
                                .formatted(joined(colours), left ? "left" : "right")
                        + " of the %s one?".formatted(colours.get(at)),
                colours.get(left ? at - 1 : at + 1));
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
