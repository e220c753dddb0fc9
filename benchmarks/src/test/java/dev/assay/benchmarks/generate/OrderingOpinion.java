package dev.assay.benchmarks.generate;

import static dev.assay.benchmarks.generate.SecondOpinion.Rule.rule;

import dev.assay.benchmarks.generate.SecondOpinion.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ordering questions solved from their text: by sorted maps, counting, and trying all arrangements. */
final class OrderingOpinion {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static final List<Rule> RULES = List.of(
            rule("numbers in order, the smallest first, separated by commas: (.*)\\.$", m -> join(byRank(list(m, 1)))),
            rule(
                    "from the largest to the smallest, separated by commas: (.*)\\.$",
                    m -> join(byRank(list(m, 1)).reversed())),
            rule("words in alphabetical order, separated by commas: (.*)\\.$", m -> join(alphabet(list(m, 1)))),
            rule("by the length of their names, the shortest name first, separated by commas: (.*)\\.$", m -> {
                TreeMap<Integer, String> byLength = new TreeMap<>();
                list(m, 1).forEach(word -> byLength.put(word.length(), word));
                return join(List.copyOf(byLength.values()));
            }),
            rule("^Which number comes next: (.*)\\?$", m -> {
                List<Integer> terms = list(m, 1).stream().map(Integer::valueOf).toList();
                int step = terms.get(1) - terms.get(0);
                for (int i = 1; i < terms.size(); i++) {
                    check(terms.get(i) - terms.get(i - 1) == step);
                }
                return terms.getLast() + step;
            }),
            rule("^In the sequence (.*) each term is the one before times", m -> {
                List<Integer> terms = list(m, 1).stream().map(Integer::valueOf).toList();
                int factor = terms.get(1) / terms.get(0);
                for (int i = 1; i < terms.size(); i++) {
                    check(terms.get(i - 1) * factor == terms.get(i));
                }
                return terms.getLast() * factor;
            }),
            rule("Which of these numbers is the largest: (.*)\\?$", m -> {
                TreeMap<BigDecimal, String> sorted = new TreeMap<>();
                list(m, 1).forEach(text -> check(sorted.put(new BigDecimal(text), text) == null));
                return sorted.lastEntry().getValue();
            }),
            rule("Which of these dates is the earliest: (.*)\\?$", m -> {
                TreeMap<LocalDate, String> sorted = new TreeMap<>();
                for (String text : m.group(1).split("; ")) {
                    check(sorted.put(LocalDate.parse(text, DATE), text) == null);
                }
                return sorted.firstEntry().getValue();
            }),
            rule("^On one day, (.*)\\. Name the three in the order", m -> {
                TreeMap<String, String> sorted = new TreeMap<>();
                Matcher event =
                        Pattern.compile("the (\\w+) starts at (\\d\\d:\\d\\d)").matcher(m.group(1));
                while (event.find()) {
                    check(sorted.put(event.group(2), event.group(1)) == null);
                }
                return join(List.copyOf(sorted.values()));
            }),
            rule("^Four people run a race\\. (.*)\\. Who finishes (\\w+)\\?$", m -> {
                List<String> order = arrangement(m.group(1), "(\\w+) finishes (before|after) (\\w+)", "before");
                return order.get(List.of("first", "second", "third", "last").indexOf(m.group(2)));
            }),
            rule("^(.* is (?:taller|shorter) than .*)\\. Who of the three is (.*)\\?$", m -> {
                List<String> order = arrangement(m.group(1), "(\\w+) is (taller|shorter) than (\\w+)", "taller");
                return order.get(List.of("the tallest", "in the middle by height", "the shortest")
                        .indexOf(m.group(2)));
            }),
            rule(
                    "^What is the median of (.*)\\?$",
                    m -> list(m, 1).stream()
                            .filter(text ->
                                    smaller(text, list(m, 1)) == list(m, 1).size() / 2)
                            .findFirst()
                            .orElseThrow()),
            rule(
                    "^If the words (.*) are sorted alphabetically, which one is (\\w+)\\?$",
                    m -> alphabet(list(m, 1))
                            .get(List.of("first", "second", "third", "fourth").indexOf(m.group(2)))),
            rule("^Write this list backwards, separated by commas: (.*)\\.$", m -> {
                List<String> words = new ArrayList<>(list(m, 1));
                Collections.reverse(words);
                return join(words);
            }),
            rule(
                    "books in these colours: (.*)\\. Which colour is the book directly to the (left|right) of the (\\w+) one",
                    m -> {
                        List<String> colours = list(m, 1);
                        return colours.get(
                                colours.indexOf(m.group(3)) + (m.group(2).equals("left") ? -1 : 1));
                    }));

    private OrderingOpinion() {}

    private static List<String> list(MatchResult match, int group) {
        return Arrays.asList(match.group(group).split(", "));
    }

    private static String join(List<String> parts) {
        return String.join(", ", parts);
    }

    private static long smaller(String text, List<String> all) {
        return all.stream()
                .filter(other -> Integer.parseInt(other) < Integer.parseInt(text))
                .count();
    }

    /** Sorted by how many others are smaller. */
    private static List<String> byRank(List<String> numbers) {
        String[] sorted = new String[numbers.size()];
        numbers.forEach(text -> sorted[(int) smaller(text, numbers)] = text);
        return Arrays.asList(sorted);
    }

    private static List<String> alphabet(List<String> words) {
        String[] sorted = new String[words.size()];
        for (String word : words) {
            sorted[
                    (int) words.stream()
                            .filter(other -> other.compareTo(word) < 0)
                            .count()] = word;
        }
        return Arrays.asList(sorted);
    }

    /** The only arrangement of all names that agrees with all statements. */
    private static List<String> arrangement(String text, String form, String forward) {
        List<List<String>> pairs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Matcher statement = Pattern.compile(form).matcher(text);
        while (statement.find()) {
            boolean inOrder = statement.group(2).equals(forward);
            pairs.add(List.of(statement.group(inOrder ? 1 : 3), statement.group(inOrder ? 3 : 1)));
            names.add(statement.group(1));
            names.add(statement.group(3));
        }
        List<List<String>> fitting = permutations(List.copyOf(names)).stream()
                .filter(order -> pairs.stream().allMatch(p -> order.indexOf(p.get(0)) < order.indexOf(p.get(1))))
                .toList();
        check(fitting.size() == 1);
        return fitting.getFirst();
    }

    private static List<List<String>> permutations(List<String> names) {
        if (names.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : names) {
            List<String> others = new ArrayList<>(names);
            others.remove(first);
            for (List<String> rest : permutations(others)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError("the question has no single answer");
        }
    }
}
