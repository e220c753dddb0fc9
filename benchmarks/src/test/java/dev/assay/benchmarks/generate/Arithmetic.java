package dev.assay.benchmarks.generate;

import java.util.List;
import java.util.function.Function;

/** Word problems whose answers are whole, not negative, and have no unit; and times of day. */
final class Arithmetic {

    private Arithmetic() {}

    static List<Function<Dice, Draft>> patterns() {
        return List.of(
                Arithmetic::change,
                Arithmetic::bakery,
                Arithmetic::train,
                Arithmetic::sharing,
                Arithmetic::sale,
                Arithmetic::bicycles,
                Arithmetic::saving,
                Arithmetic::ages,
                Arithmetic::fence,
                Arithmetic::printer,
                Arithmetic::average,
                Arithmetic::recipe,
                Arithmetic::picking,
                Arithmetic::film,
                Arithmetic::seats,
                Arithmetic::tank);
    }

    private static Draft change(Dice dice) {
        int count = dice.number(2, 8);
        int price = dice.number(2, 11);
        int note = count * price < 20 ? 20 : count * price < 50 ? 50 : 100;
        return Draft.open(
                "%s buys %d %s for $%d each and pays with a $%d note. How many dollars of change are due?"
                        .formatted(
                                dice.one(Words.PEOPLE),
                                count,
                                dice.one("notebooks", "candles", "postcards", "mugs", "paintbrushes"),
                                price,
                                note),
                note - count * price);
    }

    private static Draft bakery(Dice dice) {
        int trays = dice.number(4, 15);
        int each = dice.number(8, 30);
        int sold = dice.number(10, trays * each - 5);
        return Draft.open(
                "A bakery fills %d trays with %d %s each. By noon %d of them have been sold. How many are left?"
                        .formatted(trays, each, dice.one("rolls", "muffins", "buns", "croissants"), sold),
                trays * each - sold);
    }

    private static Draft train(Dice dice) {
        int first = dice.number(4, 12) * 10;
        int second = dice.number(4, 12) * 10;
        int hours = dice.number(2, 5);
        int more = dice.number(2, 4);
        return Draft.open(
                "A %s travels at %d km per hour for %d hours and then at %d km per hour for another %d hours. How many"
                                .formatted(dice.one("train", "coach", "lorry"), first, hours, second, more)
                        + " kilometres does it travel in all?",
                first * hours + second * more);
    }

    private static Draft sharing(Dice dice) {
        int friends = dice.number(3, 9);
        int share = dice.number(4, 18);
        int left = dice.number(1, friends - 1);
        return Draft.open(
                "%s has %d %s and gives the same number, as many as possible, to each of %d friends. How many does each"
                                .formatted(
                                        dice.one(Words.PEOPLE),
                                        friends * share + left,
                                        dice.one("marbles", "stickers", "shells", "beads"),
                                        friends)
                        + " friend get?",
                share);
    }

    private static Draft sale(Dice dice) {
        int price = dice.number(2, 30) * 20;
        int percent = dice.one(5, 10, 15, 20, 25, 30, 40, 60);
        return Draft.open(
                "A %s costs $%d. In the sale it is %d percent cheaper. How many dollars does it cost in the sale?"
                        .formatted(dice.one("coat", "lamp", "bicycle", "camera", "table"), price, percent),
                price - price * percent / 100);
    }

    private static Draft bicycles(Dice dice) {
        int parts = dice.one(3, 4, 5);
        int pupils = parts * dice.number(12, 60);
        String fraction = parts == 3 ? "third" : parts == 4 ? "quarter" : "fifth";
        return Draft.open(
                "A school in %s has %d pupils. One %s of them come by bicycle and all the others by bus. How many come by"
                                .formatted(dice.one(Words.TOWNS), pupils, fraction)
                        + " bus?",
                pupils - pupils / parts);
    }

    private static Draft saving(Dice dice) {
        int start = dice.number(5, 60);
        int weekly = dice.number(3, 15);
        int weeks = dice.number(4, 20);
        return Draft.open(
                "%s has $%d and saves $%d every week. After how many weeks will there be $%d?"
                        .formatted(dice.one(Words.PEOPLE), start, weekly, start + weekly * weeks),
                weeks);
    }

    private static Draft ages(Dice dice) {
        List<String> people = dice.some(2, Words.PEOPLE);
        int younger = dice.number(5, 40);
        int gap = dice.number(2, 15);
        return Draft.open(
                "%s is %d years older than %s. Together they are %d years old. How old is %s?"
                        .formatted(people.get(0), gap, people.get(1), 2 * younger + gap, people.get(0)),
                younger + gap);
    }

    private static Draft fence(Dice dice) {
        int length = dice.number(8, 60);
        int width = dice.number(4, 40);
        int gate = dice.number(2, 4);
        return Draft.open(
                "A rectangular %s is %d metres long and %d metres wide. A fence goes all the way round but for a gate of"
                                .formatted(dice.one("garden", "meadow", "yard"), length, width)
                        + " %d metres. How many metres of fence are needed?".formatted(gate),
                2 * (length + width) - gate);
    }

    private static Draft printer(Dice dice) {
        int perMinute = dice.number(4, 25);
        int copies = dice.number(3, 12);
        int pages = perMinute * dice.number(2, 9);
        return Draft.open(
                "A printer prints %d pages per minute. How many minutes does it take to print %d copies of a booklet of"
                                .formatted(perMinute, copies)
                        + " %d pages?".formatted(pages),
                copies * pages / perMinute);
    }

    private static Draft average(Dice dice) {
        int mean = dice.number(35, 90);
        int a = mean + dice.number(-15, 15);
        int b = mean + dice.number(-15, 15);
        int c = 3 * mean - a - b;
        return Draft.open(
                "In three rounds of a %s %s scores %d, %d and %d points. What is the average score per round?"
                        .formatted(dice.one("quiz", "card game", "dart match"), dice.one(Words.PEOPLE), a, b, c),
                mean);
    }

    private static Draft recipe(Dice dice) {
        int people = dice.one(2, 3, 4, 6);
        int perPerson = dice.number(5, 30) * 5;
        int guests = people + dice.number(1, 9);
        return Draft.open(
                "A recipe for %d people needs %d grams of %s. How many grams are needed for %d people?"
                        .formatted(
                                people, people * perPerson, dice.one("flour", "rice", "lentils", "potatoes"), guests),
                guests * perPerson);
    }

    private static Draft picking(Dice dice) {
        List<String> people = dice.some(3, Words.PEOPLE);
        int first = dice.number(12, 60);
        int fewer = dice.number(3, 11);
        return Draft.open(
                "%s picks %d %s, %s picks twice as many, and %s picks %d fewer than %s. How many do the three pick"
                                .formatted(
                                        people.get(0),
                                        first,
                                        dice.one(Words.FRUIT),
                                        people.get(1),
                                        people.get(2),
                                        fewer,
                                        people.get(1))
                        + " together?",
                first + 2 * first + 2 * first - fewer);
    }

    private static Draft film(Dice dice) {
        int start = dice.number(14, 21) * 60 + dice.number(0, 11) * 5;
        int minutes = dice.number(80, 145);
        int end = (start + minutes) % 1440;
        return Draft.open(
                "A %s starts at %s and lasts %d minutes. At what time does it end? Write the time as HH:MM on the 24-hour"
                                .formatted(dice.one("film", "concert", "play", "football match"), clock(start), minutes)
                        + " clock.",
                clock(end));
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static Draft seats(Dice dice) {
        int rows = dice.number(8, 25);
        int each = dice.number(9, 24);
        int sold = dice.number(40, rows * each - 8);
        return Draft.open(
                "A hall in %s has %d rows of %d seats. For tonight %d tickets have been sold. How many seats are still"
                                .formatted(dice.one(Words.TOWNS), rows, each, sold)
                        + " free?",
                rows * each - sold);
    }

    private static Draft tank(Dice dice) {
        int leak = dice.number(1, 6);
        int tap = leak + dice.number(3, 20);
        int minutes = dice.number(6, 40);
        return Draft.open(
                "A tap lets %d litres a minute into an empty tank of %d litres, while %d litres a minute leak out. After how"
                                .formatted(tap, (tap - leak) * minutes, leak)
                        + " many minutes is the tank full?",
                minutes);
    }
}
