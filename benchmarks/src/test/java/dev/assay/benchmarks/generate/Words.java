package dev.assay.benchmarks.generate;

import java.util.List;

/** Names and things that questions are about. */
final class Words {

    static final List<String> PEOPLE = List.of(
            "Amina", "Bruno", "Carla", "Deniz", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kemal", "Lena",
            "Marek", "Nadia", "Oskar", "Paula", "Rafael", "Sofia", "Tomas", "Ursula", "Viktor", "Wanda", "Yusuf",
            "Zoe");

    static final List<String> TOWNS = List.of(
            "Alder Bay",
            "Brackwell",
            "Cinderford",
            "Dunmere",
            "Eastwick",
            "Fernhill",
            "Glenrook",
            "Harrowgate",
            "Ivybridge",
            "Kestrel Point",
            "Larchmont",
            "Millbrook",
            "Northam",
            "Otterburn",
            "Pinewood",
            "Quarry Hill");

    static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    static final List<String> COLOURS =
            List.of("blue", "green", "yellow", "orange", "purple", "white", "brown", "silver", "scarlet", "turquoise");

    static final List<String> FRUIT = List.of(
            "apples", "pears", "plums", "cherries", "lemons", "apricots", "peaches", "figs", "melons", "oranges");

    static final List<String> SHORT_WORDS = List.of(
            "anchor",
            "basket",
            "candle",
            "dragon",
            "engine",
            "feather",
            "garden",
            "hammer",
            "island",
            "jacket",
            "kettle",
            "ladder",
            "mirror",
            "needle",
            "orchid",
            "pepper",
            "quiver",
            "ribbon",
            "saddle",
            "tunnel",
            "umbrella",
            "violin",
            "window",
            "yogurt",
            "zipper",
            "bridge",
            "castle",
            "desert",
            "forest",
            "harbor");

    private Words() {}
}
