package dev.assay.benchmarks.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Short passages, each with one question whose answer stands in the passage. */
final class Reading {

    private static final List<String> COUNTS =
            IntStream.rangeClosed(12, 95).mapToObj(String::valueOf).toList();

    private static final List<Story> STORIES = List.of(
            story(
                    "The {colour} ferry leaves {town} at dawn and reaches the island after {count} minutes. Its captain,"
                            + " {person}, has made the crossing every {day} since the old bridge was closed. The return"
                            + " trip takes a little longer because of the current.",
                    ask("What colour is the ferry?", "colour"),
                    ask("From which town does the ferry leave?", "town"),
                    ask("Who is the captain of the ferry?", "person"),
                    ask("After how many minutes does the ferry reach the island?", "count")),
            story(
                    "When the clock tower of {town} stopped, the council asked {person} to repair it. The fault was a worn"
                            + " {part}, and a new one had to be cast in {month}. Since then the tower has been painted"
                            + " {colour}, which not everyone likes.",
                    ask("Who was asked to repair the clock tower?", "person"),
                    ask("Which part of the clock was worn?", "part"),
                    ask("In which month was the new part cast?", "month"),
                    ask("Which colour is the tower now?", "colour")),
            story(
                    "{person} keeps bees on the roof of the library in {town}. Last {month} the hives gave {count} jars of"
                            + " honey, most of which was sold at the {day} market. A {colour} ribbon marks the hive with"
                            + " the oldest queen.",
                    ask("Who keeps bees on the roof of the library?", "person"),
                    ask("How many jars of honey did the hives give?", "count"),
                    ask("On which day is the market?", "day"),
                    ask("What colour is the ribbon on the hive with the oldest queen?", "colour")),
            story(
                    "The night train to {town} has a small dining car. On {day} the cook, {person}, serves {dish}; on all"
                            + " other days there is only soup. Travellers in the {count} sleeping berths are woken by a"
                            + " bell shortly before arrival.",
                    ask("To which town does the night train go?", "town"),
                    ask("What does the cook serve on the one special day?", "dish"),
                    ask("Who is the cook?", "person"),
                    ask("How many sleeping berths does the train have?", "count")),
            story(
                    "For the school play, {person} painted a {colour} castle on an old bed sheet, and {other} built a"
                            + " {animal} out of cardboard. The first performance on {day} was sold out, so a second one"
                            + " was added in {month}.",
                    ask("Who painted the castle?", "person"),
                    ask("Who built an animal out of cardboard?", "other"),
                    ask("Which animal was built out of cardboard?", "animal"),
                    ask("On which day was the first performance?", "day")),
            story(
                    "A letter found in the attic at {town} was addressed to {person}, who had lived there {count} years"
                            + " earlier. It was written in {colour} ink and asked for the return of a borrowed {object}."
                            + " Nobody knows whether it was ever sent back.",
                    ask("To whom was the letter addressed?", "person"),
                    ask("What colour was the ink of the letter?", "colour"),
                    ask("Which borrowed thing did the letter ask for?", "object"),
                    ask("In which town was the letter found?", "town")),
            story(
                    "The {animal} escaped from the zoo of {town} on a {day} evening. It was seen near the harbour, then in"
                            + " the park, and was finally caught by {person} with the help of {dish}. The zoo has since"
                            + " replaced all locks.",
                    ask("Which animal escaped from the zoo?", "animal"),
                    ask("Who caught the animal?", "person"),
                    ask("Which food helped to catch the animal?", "dish"),
                    ask("On which day of the week did the animal escape?", "day")),
            story(
                    "{person} and {other} share a workshop. {person} repairs clocks and {object}s, while {other} restores"
                            + " furniture. In {month} they were asked to make a {colour} cradle for the museum of {town},"
                            + " which took them {count} days.",
                    ask("Who of the two restores furniture?", "other"),
                    ask("Who of the two repairs clocks?", "person"),
                    ask("What colour is the cradle for the museum?", "colour"),
                    ask("How many days did it take to make the cradle?", "count")),
            story(
                    "The weather station above {town} is run by two people. {person} reads the instruments in the morning"
                            + " and {other} in the evening. In {month} the wind broke the mast, and for {count} hours no"
                            + " values were recorded.",
                    ask("Who reads the instruments in the evening?", "other"),
                    ask("Who reads the instruments in the morning?", "person"),
                    ask("In which month did the wind break the mast?", "month"),
                    ask("For how many hours were no values recorded?", "count")),
            story(
                    "At the flea market {person} bought a {object} for {count} dollars and sold it again on {day} for"
                            + " twice that price. The buyer, a collector from {town}, paid with a {colour} envelope full"
                            + " of coins.",
                    ask("What did the seller first buy at the flea market?", "object"),
                    ask("How many dollars did the thing cost at the flea market?", "count"),
                    ask("From which town did the collector come?", "town"),
                    ask("What colour was the envelope?", "colour")),
            story(
                    "The choir of {town} rehearses on {day} in the old fire station. It has {count} singers and is led by"
                            + " {person}, a former {job}. This {month} it will sing in the cathedral for the first time.",
                    ask("On which day does the choir rehearse?", "day"),
                    ask("How many singers does the choir have?", "count"),
                    ask("What was the leader of the choir by profession before?", "job"),
                    ask("In which month will the choir sing in the cathedral?", "month")),
            story(
                    "After the flood, {person} found a {animal} on the roof of the barn and a {object} in the apple tree."
                            + " Neighbours from {town} brought {dish} and dry clothes. By {day} the water had gone, and"
                            + " only a {colour} line on the wall showed how high it had been.",
                    ask("Which animal was found on the roof of the barn?", "animal"),
                    ask("What was found in the apple tree?", "object"),
                    ask("From which town did the neighbours come?", "town"),
                    ask("By which day had the water gone?", "day")),
            story(
                    "The bookshop in {town} belongs to {person}, who was a {job} until {month} of last year. It holds"
                            + " {count} shelves, and the {colour} armchair by the window is always taken by the same"
                            + " {animal}.",
                    ask("What was the owner of the bookshop before?", "job"),
                    ask("How many shelves does the bookshop hold?", "count"),
                    ask("Which animal always takes the armchair?", "animal"),
                    ask("What colour is the armchair?", "colour")));

    private static final Map<String, List<String>> SLOTS = Map.of(
            "person", Words.PEOPLE,
            "other", Words.PEOPLE,
            "town", Words.TOWNS,
            "colour", Words.COLOURS,
            "day", Words.WEEKDAYS,
            "month", Words.MONTHS,
            "count", COUNTS,
            "animal", List.of("goat", "parrot", "monkey", "tortoise", "peacock", "cat", "hedgehog", "donkey"),
            "object", List.of("violin", "lantern", "compass", "teapot", "typewriter", "camera", "telescope", "globe"),
            "dish", List.of("pancakes", "dumplings", "roast chestnuts", "lentil stew", "plum cake", "noodles"));

    private static final List<String> PARTS = List.of("gear", "spring", "chain", "pulley", "hammer", "pendulum");
    private static final List<String> JOBS = List.of("dentist", "sailor", "postman", "carpenter", "teacher", "pilot");

    private Reading() {}

    static List<Function<Dice, Draft>> patterns() {
        return STORIES.stream()
                .<Function<Dice, Draft>>map(story -> dice -> tell(story, dice))
                .toList();
    }

    private static Draft tell(Story story, Dice dice) {
        Map<String, String> chosen = new LinkedHashMap<>();
        String passage = story.text();
        for (String slot : List.of(
                "person", "other", "town", "colour", "day", "month", "count", "animal", "object", "dish", "part",
                "job")) {
            if (passage.contains("{" + slot + "}")) {
                List<String> free = new ArrayList<>(values(slot));
                free.removeAll(chosen.values());
                String value = dice.one(free);
                chosen.put(slot, value);
                passage = passage.replace("a {" + slot + "}", article(value) + " " + value)
                        .replace("A {" + slot + "}", article(value).replace('a', 'A') + " " + value)
                        .replace("{" + slot + "}", value);
            }
        }
        Ask ask = dice.one(story.questions());
        String right = chosen.get(ask.slot());
        if (dice.number(0, 3) > 0) {
            return Draft.about(passage, ask.question(), right);
        }
        List<String> wrong = new ArrayList<>(values(ask.slot()));
        wrong.remove(right);
        return Draft.multipleChoice(passage, ask.question(), dice.some(3, wrong), right, dice);
    }

    private static List<String> values(String slot) {
        return switch (slot) {
            case "part" -> PARTS;
            case "job" -> JOBS;
            default -> SLOTS.getOrDefault(slot, List.of());
        };
    }

    private static String article(String noun) {
        return "aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0 ? "an" : "a";
    }

    private static Story story(String text, Ask... questions) {
        return new Story(text, List.of(questions));
    }

    private static Ask ask(String question, String slot) {
        return new Ask(question, slot);
    }

    private record Story(String text, List<Ask> questions) {}

    private record Ask(String question, String slot) {}
}
