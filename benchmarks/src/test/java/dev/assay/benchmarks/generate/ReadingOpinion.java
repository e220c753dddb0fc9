package dev.assay.benchmarks.generate;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a passage what a question asks for, by the words around it. */
final class ReadingOpinion {

    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("What colour is the ferry?", "The (\\w+) ferry"),
            Map.entry("From which town does the ferry leave?", "ferry leaves ([\\w ]+) at dawn"),
            Map.entry("Who is the captain of the ferry?", "captain, (\\w+), has"),
            Map.entry("After how many minutes does the ferry reach the island?", "island after (\\d+) minutes"),
            Map.entry("Who was asked to repair the clock tower?", "council asked (\\w+) to repair"),
            Map.entry("Which part of the clock was worn?", "a worn (\\w+),"),
            Map.entry("In which month was the new part cast?", "cast in (\\w+)\\."),
            Map.entry("Which colour is the tower now?", "painted (\\w+), which"),
            Map.entry("Who keeps bees on the roof of the library?", "(\\w+) keeps bees"),
            Map.entry("How many jars of honey did the hives give?", "gave (\\d+) jars"),
            Map.entry("On which day is the market?", "at the (\\w+) market"),
            Map.entry("What colour is the ribbon on the hive with the oldest queen?", "An? (\\w+) ribbon marks"),
            Map.entry("To which town does the night train go?", "night train to ([\\w ]+) has"),
            Map.entry("What does the cook serve on the one special day?", "serves ([\\w ]+);"),
            Map.entry("Who is the cook?", "cook, (\\w+),"),
            Map.entry("How many sleeping berths does the train have?", "the (\\d+) sleeping berths"),
            Map.entry("Who painted the castle?", "play, (\\w+) painted"),
            Map.entry("Who built an animal out of cardboard?", "and (\\w+) built"),
            Map.entry("Which animal was built out of cardboard?", "built an? (\\w+) out of"),
            Map.entry("On which day was the first performance?", "performance on (\\w+) was"),
            Map.entry("To whom was the letter addressed?", "addressed to (\\w+),"),
            Map.entry("What colour was the ink of the letter?", "in (\\w+) ink"),
            Map.entry("Which borrowed thing did the letter ask for?", "a borrowed (\\w+)\\."),
            Map.entry("In which town was the letter found?", "attic at ([\\w ]+) was"),
            Map.entry("Which animal escaped from the zoo?", "The (\\w+) escaped"),
            Map.entry("Who caught the animal?", "caught by (\\w+) with"),
            Map.entry("Which food helped to catch the animal?", "the help of ([\\w ]+)\\."),
            Map.entry("On which day of the week did the animal escape?", "on a (\\w+) evening"),
            Map.entry("Who of the two restores furniture?", "while (\\w+) restores"),
            Map.entry("Who of the two repairs clocks?", "(\\w+) repairs clocks"),
            Map.entry("What colour is the cradle for the museum?", "(\\w+) cradle"),
            Map.entry("How many days did it take to make the cradle?", "took them (\\d+) days"),
            Map.entry("Who reads the instruments in the evening?", "and (\\w+) in the evening"),
            Map.entry("Who reads the instruments in the morning?", "(\\w+) reads the instruments"),
            Map.entry("In which month did the wind break the mast?", "In (\\w+) the wind"),
            Map.entry("For how many hours were no values recorded?", "for (\\d+) hours"),
            Map.entry("What did the seller first buy at the flea market?", "bought an? (\\w+) for"),
            Map.entry("How many dollars did the thing cost at the flea market?", "for (\\d+) dollars"),
            Map.entry("From which town did the collector come?", "collector from ([\\w ]+),"),
            Map.entry("What colour was the envelope?", "(\\w+) envelope"),
            Map.entry("On which day does the choir rehearse?", "rehearses on (\\w+) in"),
            Map.entry("How many singers does the choir have?", "has (\\d+) singers"),
            Map.entry("What was the leader of the choir by profession before?", "a former (\\w+)\\."),
            Map.entry("In which month will the choir sing in the cathedral?", "This (\\w+) it will sing"),
            Map.entry("Which animal was found on the roof of the barn?", "found an? (\\w+) on the roof"),
            Map.entry("What was found in the apple tree?", "and an? (\\w+) in the apple tree"),
            Map.entry("From which town did the neighbours come?", "Neighbours from ([\\w ]+) brought"),
            Map.entry("By which day had the water gone?", "By (\\w+) the water"),
            Map.entry("What was the owner of the bookshop before?", "who was an? (\\w+) until"),
            Map.entry("How many shelves does the bookshop hold?", "holds (\\d+) shelves"),
            Map.entry("Which animal always takes the armchair?", "by the same (\\w+)\\."),
            Map.entry("What colour is the armchair?", "the (\\w+) armchair"));

    private ReadingOpinion() {}

    static String of(String passage, String question) {
        Matcher matcher = Pattern.compile(FORMS.getOrDefault(question, "no form for this question"))
                .matcher(passage);
        if (!matcher.find()) {
            throw new AssertionError("not found: " + question + " in: " + passage);
        }
        String found = matcher.group(1);
        if (matcher.find()) {
            throw new AssertionError("found twice: " + question + " in: " + passage);
        }
        return found;
    }
}
