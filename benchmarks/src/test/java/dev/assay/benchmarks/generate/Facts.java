package dev.assay.benchmarks.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Things that anyone can look up or count: units, calendar, alphabet, chemistry, geometry, capitals, planets. */
final class Facts {

    static final Map<String, String> CAPITALS = table(
            "France",
            "Paris",
            "Italy",
            "Rome",
            "Spain",
            "Madrid",
            "Portugal",
            "Lisbon",
            "Germany",
            "Berlin",
            "Austria",
            "Vienna",
            "Poland",
            "Warsaw",
            "Hungary",
            "Budapest",
            "Greece",
            "Athens",
            "Norway",
            "Oslo",
            "Sweden",
            "Stockholm",
            "Finland",
            "Helsinki",
            "Denmark",
            "Copenhagen",
            "Ireland",
            "Dublin",
            "Japan",
            "Tokyo",
            "China",
            "Beijing",
            "Egypt",
            "Cairo",
            "Kenya",
            "Nairobi",
            "Canada",
            "Ottawa",
            "Australia",
            "Canberra",
            "Cuba",
            "Havana",
            "Peru",
            "Lima",
            "Iceland",
            "Reykjavik",
            "Turkey",
            "Ankara",
            "Thailand",
            "Bangkok");

    static final Map<String, String> ELEMENTS = table(
            "hydrogen",
            "H",
            "helium",
            "He",
            "carbon",
            "C",
            "nitrogen",
            "N",
            "oxygen",
            "O",
            "fluorine",
            "F",
            "neon",
            "Ne",
            "sodium",
            "Na",
            "magnesium",
            "Mg",
            "aluminium",
            "Al",
            "silicon",
            "Si",
            "phosphorus",
            "P",
            "sulfur",
            "S",
            "chlorine",
            "Cl",
            "argon",
            "Ar",
            "potassium",
            "K",
            "calcium",
            "Ca",
            "iron",
            "Fe",
            "copper",
            "Cu",
            "zinc",
            "Zn",
            "silver",
            "Ag",
            "tin",
            "Sn",
            "gold",
            "Au",
            "mercury",
            "Hg",
            "lead",
            "Pb",
            "nickel",
            "Ni",
            "iodine",
            "I");

    static final List<String> PLANETS =
            List.of("Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune");

    static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

    private static final List<String> POLYGONS =
            List.of("triangle", "quadrilateral", "pentagon", "hexagon", "heptagon", "octagon", "nonagon", "decagon");

    private Facts() {}

    static List<Function<Dice, Draft>> patterns() {
        return List.of(
                Facts::toSmallerUnit,
                Facts::toLargerUnit,
                Facts::daysInMonth,
                Facts::weekday,
                Facts::monthAfter,
                Facts::letterPlace,
                Facts::letterAfter,
                Facts::symbol,
                Facts::element,
                Facts::capital,
                Facts::country,
                Facts::sides,
                Facts::angles,
                Facts::leapYear,
                Facts::roman,
                Facts::planet);
    }

    /** Larger unit, smaller unit, how many of the smaller make one of the larger. */
    private record Unit(String large, String small, int factor) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("kilometres", "metres", 1000),
            new Unit("metres", "centimetres", 100),
            new Unit("centimetres", "millimetres", 10),
            new Unit("kilograms", "grams", 1000),
            new Unit("tonnes", "kilograms", 1000),
            new Unit("litres", "millilitres", 1000),
            new Unit("hours", "minutes", 60),
            new Unit("minutes", "seconds", 60),
            new Unit("days", "hours", 24),
            new Unit("weeks", "days", 7),
            new Unit("feet", "inches", 12),
            new Unit("decades", "years", 10));

    private static Draft toSmallerUnit(Dice dice) {
        Unit unit = dice.one(UNITS);
        int count = dice.number(2, 45);
        return Draft.open("How many %s are %d %s?".formatted(unit.small(), count, unit.large()), count * unit.factor());
    }

    private static Draft toLargerUnit(Dice dice) {
        Unit unit = dice.one(UNITS);
        int count = dice.number(2, 30);
        return Draft.open(
                "Something comes to %d %s. How many %s is that?"
                        .formatted(count * unit.factor(), unit.small(), unit.large()),
                count);
    }

    private static Draft daysInMonth(Dice dice) {
        int month = dice.number(1, 12);
        int year = dice.number(1960, 2030);
        return Draft.open(
                "How many days did or does %s of the year %d have?".formatted(Words.MONTHS.get(month - 1), year),
                java.time.YearMonth.of(year, month).lengthOfMonth());
    }

    private static Draft weekday(Dice dice) {
        int day = dice.number(0, 6);
        int later = dice.number(8, 60);
        return Draft.open(
                "Today is %s. Which day of the week will it be in %d days?".formatted(Words.WEEKDAYS.get(day), later),
                Words.WEEKDAYS.get((day + later) % 7));
    }

    private static Draft monthAfter(Dice dice) {
        int month = dice.number(0, 11);
        int later = dice.number(2, 11);
        return Draft.open(
                "Which month comes %d months after %s?".formatted(later, Words.MONTHS.get(month)),
                Words.MONTHS.get((month + later) % 12));
    }

    private static Draft letterPlace(Dice dice) {
        int place = dice.number(3, 26);
        return Draft.open(
                "At which place of the English alphabet does the letter %s stand? Write a number."
                        .formatted((char) ('A' + place - 1)),
                place);
    }

    private static Draft letterAfter(Dice dice) {
        int from = dice.number(10, 18);
        int later = dice.number(2, 7);
        return Draft.open(
                "Which letter of the English alphabet comes %d places after %s?".formatted(later, (char) ('A' + from)),
                (char) ('A' + from + later));
    }

    private static Draft symbol(Dice dice) {
        String element = dice.one(List.copyOf(ELEMENTS.keySet()));
        String right = ELEMENTS.get(element);
        if (dice.number(0, 1) == 0) {
            return Draft.open("What is the chemical symbol of %s?".formatted(element), right);
        }
        List<String> others = new ArrayList<>(ELEMENTS.values());
        others.remove(right);
        return Draft.multipleChoice(
                null, "Which is the chemical symbol of %s?".formatted(element), dice.some(3, others), right, dice);
    }

    private static Draft element(Dice dice) {
        String right = dice.one(List.copyOf(ELEMENTS.keySet()));
        if (dice.number(0, 1) == 0) {
            return Draft.open("Which chemical element has the symbol %s?".formatted(ELEMENTS.get(right)), right);
        }
        List<String> others = new ArrayList<>(ELEMENTS.keySet());
        others.remove(right);
        return Draft.multipleChoice(
                null,
                "Which of these elements has the symbol %s?".formatted(ELEMENTS.get(right)),
                dice.some(3, others),
                right,
                dice);
    }

    private static Draft capital(Dice dice) {
        String country = dice.one(List.copyOf(CAPITALS.keySet()));
        String right = CAPITALS.get(country);
        if (dice.number(0, 1) == 0) {
            return Draft.open("What is the capital of %s?".formatted(country), right);
        }
        List<String> others = new ArrayList<>(CAPITALS.values());
        others.remove(right);
        return Draft.multipleChoice(
                null, "Which city is the capital of %s?".formatted(country), dice.some(3, others), right, dice);
    }

    private static Draft country(Dice dice) {
        String right = dice.one(List.copyOf(CAPITALS.keySet()));
        return Draft.open("Of which country is %s the capital?".formatted(CAPITALS.get(right)), right);
    }

    private static Draft sides(Dice dice) {
        int a = dice.number(0, 7);
        int b = dice.number(0, 7);
        return Draft.open(
                "How many sides do %s %s and %s %s have together?"
                        .formatted(
                                article(POLYGONS.get(a)), POLYGONS.get(a), article(POLYGONS.get(b)), POLYGONS.get(b)),
                a + b + 6);
    }

    private static String article(String noun) {
        return noun.startsWith("o") ? "an" : "a";
    }

    private static Draft angles(Dice dice) {
        if (dice.number(0, 1) == 0) {
            int a = dice.number(20, 90);
            int b = dice.number(20, 85);
            return Draft.open(
                    "Two angles of a triangle measure %d and %d degrees. How many degrees does the third one measure?"
                            .formatted(a, b),
                    180 - a - b);
        }
        int length = dice.number(3, 30);
        int width = dice.number(2, 20);
        return Draft.open(
                "What is the area in square metres of a rectangle that is %d metres long and %d metres wide?"
                        .formatted(length, width),
                length * width);
    }

    private static Draft leapYear(Dice dice) {
        int year = dice.number(0, 3) == 0 ? dice.number(16, 24) * 100 : dice.number(1901, 2099);
        return Draft.open(
                "Is %d a leap year in the Gregorian calendar? Answer yes or no.".formatted(year),
                java.time.Year.isLeap(year) ? "yes" : "no");
    }

    private static Draft roman(Dice dice) {
        int number = dice.number(11, 399);
        return Draft.open("Which number do the Roman numerals %s stand for?".formatted(roman(number)), number);
    }

    private static String roman(int number) {
        List<String> ones = List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");
        List<String> tens = List.of("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC");
        return "C".repeat(number / 100) + tens.get(number / 10 % 10) + ones.get(number % 10);
    }

    private static Draft planet(Dice dice) {
        int place = dice.number(0, 7);
        if (dice.number(0, 1) == 0) {
            return Draft.open(
                    "Counted outwards from the Sun, which planet is the %s?".formatted(ORDINALS.get(place)),
                    PLANETS.get(place));
        }
        int other = place == 7 ? 6 : place + 1;
        return Draft.open(
                "Which of the two planets is closer to the Sun, %s or %s?"
                        .formatted(PLANETS.get(Math.max(place, other)), PLANETS.get(Math.min(place, other))),
                PLANETS.get(Math.min(place, other)));
    }

    private static Map<String, String> table(String... pairs) {
        Map<String, String> table = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            table.put(pairs[i], pairs[i + 1]);
        }
        return table;
    }
}
