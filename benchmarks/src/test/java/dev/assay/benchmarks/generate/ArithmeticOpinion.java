package dev.assay.benchmarks.generate;

import static dev.assay.benchmarks.generate.SecondOpinion.Rule.rule;
import static dev.assay.benchmarks.generate.SecondOpinion.number;

import dev.assay.benchmarks.generate.SecondOpinion.Rule;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Word problems solved from their text: by trying all numbers where the generator calculates forwards. */
final class ArithmeticOpinion {

    static final List<Rule> RULES = List.of(
            rule("buys (\\d+) \\w+ for \\$(\\d+) each and pays with a \\$(\\d+)", m -> {
                int due = number(m, 3);
                for (int i = 0; i < number(m, 1); i++) {
                    due -= number(m, 2);
                }
                return due;
            }),
            rule(
                    "fills (\\d+) trays with (\\d+) \\w+ each. By noon (\\d+) of",
                    m -> number(m, 1) * number(m, 2) - number(m, 3)),
            rule(
                    "at (\\d+) km per hour for (\\d+) hours and then at (\\d+) km per hour for another (\\d+) hours",
                    m -> IntStream.range(0, number(m, 2) + number(m, 4))
                            .map(hour -> number(m, hour < number(m, 2) ? 1 : 3))
                            .sum()),
            rule(
                    "has (\\d+) \\w+ and gives the same number, as many as possible, to each of (\\d+) friends",
                    m -> IntStream.rangeClosed(0, number(m, 1))
                            .filter(share -> share * number(m, 2) <= number(m, 1))
                            .max()
                            .orElseThrow()),
            rule("costs \\$(\\d+). In the sale it is (\\d+) percent cheaper", m -> {
                int hundredths = number(m, 1) * (100 - number(m, 2));
                return whole(hundredths, 100);
            }),
            rule("has (\\d+) pupils. One (\\w+) of them come by bicycle", m -> {
                int parts = Map.of("third", 3, "quarter", 4, "fifth", 5).get(m.group(2));
                return whole(number(m, 1) * (parts - 1), parts);
            }),
            rule(
                    "has \\$(\\d+) and saves \\$(\\d+) every week. After how many weeks will there be \\$(\\d+)",
                    m -> first(week -> number(m, 1) + week * number(m, 2) == number(m, 3))),
            rule(
                    "^(\\w+) is (\\d+) years older than (\\w+). Together they are (\\d+) years old. How old is \\1\\?",
                    m -> first(age -> age + age - number(m, 2) == number(m, 4))),
            rule(
                    "is (\\d+) metres long and (\\d+) metres wide. A fence goes all the way round but for a gate of (\\d+)",
                    m -> number(m, 1) + number(m, 2) + number(m, 1) + number(m, 2) - number(m, 3)),
            rule(
                    "prints (\\d+) pages per minute. How many minutes does it take to print (\\d+) copies of a booklet of (\\d+)",
                    m -> first(minutes -> minutes * number(m, 1) == number(m, 2) * number(m, 3))),
            rule(
                    "scores (\\d+), (\\d+) and (\\d+) points. What is the average",
                    m -> whole(number(m, 1) + number(m, 2) + number(m, 3), 3)),
            rule(
                    "recipe for (\\d+) people needs (\\d+) grams of \\w+. How many grams are needed for (\\d+) people",
                    m -> whole(number(m, 2) * number(m, 3), number(m, 1))),
            rule(
                    "picks (\\d+) \\w+, (\\w+) picks twice as many, and \\w+ picks (\\d+) fewer than \\2",
                    m -> number(m, 1) + number(m, 1) * 2 + (number(m, 1) * 2 - number(m, 3))),
            rule(
                    "starts at (\\d\\d:\\d\\d) and lasts (\\d+) minutes. At what time",
                    m -> LocalTime.parse(m.group(1)).plusMinutes(number(m, 2))),
            rule(
                    "has (\\d+) rows of (\\d+) seats. For tonight (\\d+) tickets",
                    m -> number(m, 1) * number(m, 2) - number(m, 3)),
            rule(
                    "lets (\\d+) litres a minute into an empty tank of (\\d+) litres, while (\\d+) litres a minute leak",
                    m -> first(minutes -> minutes * number(m, 1) - minutes * number(m, 3) == number(m, 2))));

    private ArithmeticOpinion() {}

    private static int first(java.util.function.IntPredicate fits) {
        return IntStream.rangeClosed(0, 100_000).filter(fits).findFirst().orElseThrow();
    }

    private static int whole(int dividend, int divisor) {
        if (dividend % divisor != 0) {
            throw new AssertionError(dividend + " / " + divisor + " is not whole");
        }
        return dividend / divisor;
    }
}
