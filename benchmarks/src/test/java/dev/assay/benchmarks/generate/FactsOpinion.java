package dev.assay.benchmarks.generate;

import static dev.assay.benchmarks.generate.SecondOpinion.Rule.rule;
import static dev.assay.benchmarks.generate.SecondOpinion.number;

import dev.assay.benchmarks.generate.SecondOpinion.Rule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Facts from tables written a second time, in another shape: atomic numbers, units in their smallest part, and so on. */
final class FactsOpinion {

    /** Symbols and names by atomic number, from 1; what no question asks for is a dash. */
    private static final List<String> SYMBOLS = java.util.List.of(
            ("H He - - - C N O F Ne Na Mg Al Si P S Cl Ar K Ca - - - - - Fe - Ni Cu Zn - - - - - - - - - - - - - - - -"
                            + " Ag - - Sn - - I - - - - - - - - - - - - - - - - - - - - - - - - - Au Hg - Pb")
                    .split(" "));

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "hydrogen"),
            Map.entry(2, "helium"),
            Map.entry(6, "carbon"),
            Map.entry(7, "nitrogen"),
            Map.entry(8, "oxygen"),
            Map.entry(9, "fluorine"),
            Map.entry(10, "neon"),
            Map.entry(11, "sodium"),
            Map.entry(12, "magnesium"),
            Map.entry(13, "aluminium"),
            Map.entry(14, "silicon"),
            Map.entry(15, "phosphorus"),
            Map.entry(16, "sulfur"),
            Map.entry(17, "chlorine"),
            Map.entry(18, "argon"),
            Map.entry(19, "potassium"),
            Map.entry(20, "calcium"),
            Map.entry(26, "iron"),
            Map.entry(28, "nickel"),
            Map.entry(29, "copper"),
            Map.entry(30, "zinc"),
            Map.entry(47, "silver"),
            Map.entry(50, "tin"),
            Map.entry(53, "iodine"),
            Map.entry(79, "gold"),
            Map.entry(80, "mercury"),
            Map.entry(82, "lead"));

    private static final List<String> CAPITALS = List.of(
            "Ankara is in Turkey",
            "Athens is in Greece",
            "Bangkok is in Thailand",
            "Beijing is in China",
            "Berlin is in Germany",
            "Budapest is in Hungary",
            "Cairo is in Egypt",
            "Canberra is in Australia",
            "Copenhagen is in Denmark",
            "Dublin is in Ireland",
            "Havana is in Cuba",
            "Helsinki is in Finland",
            "Lima is in Peru",
            "Lisbon is in Portugal",
            "Madrid is in Spain",
            "Nairobi is in Kenya",
            "Oslo is in Norway",
            "Ottawa is in Canada",
            "Paris is in France",
            "Reykjavik is in Iceland",
            "Rome is in Italy",
            "Stockholm is in Sweden",
            "Tokyo is in Japan",
            "Vienna is in Austria",
            "Warsaw is in Poland");

    /** Each unit in the smallest one of its kind. */
    private static final Map<String, Long> SIZES = Map.ofEntries(
            Map.entry("millimetres", 1L),
            Map.entry("centimetres", 10L),
            Map.entry("metres", 1_000L),
            Map.entry("kilometres", 1_000_000L),
            Map.entry("grams", 1L),
            Map.entry("kilograms", 1_000L),
            Map.entry("tonnes", 1_000_000L),
            Map.entry("millilitres", 1L),
            Map.entry("litres", 1_000L),
            Map.entry("seconds", 1L),
            Map.entry("minutes", 60L),
            Map.entry("hours", 3_600L),
            Map.entry("days", 86_400L),
            Map.entry("weeks", 604_800L),
            Map.entry("inches", 1L),
            Map.entry("feet", 12L),
            Map.entry("years", 1L),
            Map.entry("decades", 10L));

    private static final Map<String, Integer> SIDES = Map.of(
            "triangle",
            3,
            "quadrilateral",
            4,
            "pentagon",
            5,
            "hexagon",
            6,
            "heptagon",
            7,
            "octagon",
            8,
            "nonagon",
            9,
            "decagon",
            10);

    private static final Map<String, Integer> DISTANCES = Map.of(
            "Mercury", 58, "Venus", 108, "Earth", 150, "Mars", 228, "Jupiter", 778, "Saturn", 1_427, "Uranus", 2_871,
            "Neptune", 4_498);

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    static final List<Rule> RULES = List.of(
            rule("^How many (\\w+) are (\\d+) (\\w+)\\?$", m -> converted(number(m, 2), m.group(3), m.group(1))),
            rule(
                    "^Something comes to (\\d+) (\\w+)\\. How many (\\w+) is that\\?$",
                    m -> converted(number(m, 1), m.group(2), m.group(3))),
            rule(
                    "^How many days did or does (\\w+) of the year (\\d+) have\\?$",
                    m -> LocalDate.of(number(m, 2), month(m.group(1)), 1)
                            .plusMonths(1)
                            .minusDays(1)
                            .getDayOfMonth()),
            rule(
                    "^Today is (\\w+)\\. Which day of the week will it be in (\\d+) days\\?$",
                    m -> DayOfWeek.valueOf(m.group(1).toUpperCase(Locale.ROOT))
                            .plus(number(m, 2))
                            .getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
            rule(
                    "^Which month comes (\\d+) months after (\\w+)\\?$",
                    m -> month(m.group(2)).plus(number(m, 1)).getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
            rule("does the letter ([A-Z]) stand\\?", m -> LETTERS.indexOf(m.group(1)) + 1),
            rule(
                    "comes (\\d+) places after ([A-Z])\\?$",
                    m -> LETTERS.charAt(LETTERS.indexOf(m.group(2)) + number(m, 1))),
            rule(
                    "the chemical symbol of (\\w+)\\?$",
                    m -> NAMES.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(m.group(1)))
                            .map(entry -> SYMBOLS.get(entry.getKey() - 1))
                            .findFirst()
                            .orElseThrow()),
            rule("has the symbol (\\w+)\\?$", m -> NAMES.get(SYMBOLS.indexOf(m.group(1)) + 1)),
            rule(
                    "the capital of (\\w+)\\?$",
                    m -> capitals(" is in " + m.group(1)).replace(" is in " + m.group(1), "")),
            rule(
                    "^Of which country is (\\w+) the capital",
                    m -> capitals(m.group(1) + " is in ").replace(m.group(1) + " is in ", "")),
            rule(
                    "^How many sides do an? (\\w+) and an? (\\w+) have together",
                    m -> SIDES.get(m.group(1)) + SIDES.get(m.group(2))),
            rule("angles of a triangle measure (\\d+) and (\\d+) degrees", m -> 180 - (number(m, 1) + number(m, 2))),
            rule(
                    "area in square metres of a rectangle that is (\\d+) metres long and (\\d+) metres",
                    m -> java.util.stream.IntStream.range(0, number(m, 1))
                            .map(i -> number(m, 2))
                            .sum()),
            rule("^Is (\\d+) a leap year", m -> {
                int year = number(m, 1);
                return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? "yes" : "no";
            }),
            rule("^Which number do the Roman numerals ([A-Z]+) stand for", m -> roman(m.group(1))),
            rule(
                    "^Counted outwards from the Sun, which planet is the (\\w+)\\?$",
                    m -> DISTANCES.entrySet().stream()
                            .sorted(Map.Entry.comparingByValue())
                            .skip(List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
                                    .indexOf(m.group(1)))
                            .findFirst()
                            .orElseThrow()
                            .getKey()),
            rule(
                    "closer to the Sun, (\\w+) or (\\w+)\\?$",
                    m -> DISTANCES.get(m.group(1)) < DISTANCES.get(m.group(2)) ? m.group(1) : m.group(2)));

    private FactsOpinion() {}

    private static long converted(long count, String from, String to) {
        long smallest = count * SIZES.get(from);
        if (smallest % SIZES.get(to) != 0) {
            throw new AssertionError("not whole");
        }
        return smallest / SIZES.get(to);
    }

    private static Month month(String name) {
        return Month.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String capitals(String part) {
        List<String> found =
                CAPITALS.stream().filter(line -> line.contains(part)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found);
        }
        return found.getFirst();
    }

    private static int roman(String numerals) {
        Map<Character, Integer> values = Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100);
        int[] numbers = numerals.chars().map(c -> values.get((char) c)).toArray();
        int total = Arrays.stream(numbers).sum();
        for (int i = 0; i + 1 < numbers.length; i++) {
            total -= numbers[i] < numbers[i + 1] ? 2 * numbers[i] : 0;
        }
        return total;
    }
}
