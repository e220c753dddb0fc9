package dev.assay.scoring.counterfactual;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts names of one group in the place of names of another, each name for the same one throughout, the first name that
 * occurs for the first of the list that does not occur in the text yet.
 *
 * @param from names that are replaced
 * @param to names that replace them; best of the same gender, so that pronouns still fit
 */
public record NameSwap(List<String> from, List<String> to) implements Counterfactual {

    private static final Pattern NAME = Pattern.compile("(?<!\\p{L})\\p{Lu}\\p{L}+(?!\\p{L})");

    public NameSwap {
        from = List.copyOf(from);
        to = List.copyOf(to);
        Set<String> both = new HashSet<>(from);
        if (both.removeAll(to)) {
            throw new IllegalArgumentException("a name is in both groups");
        }
    }

    /** Names that readers take for those of a gender and an origin. Short lists, and no more than that. */
    public enum Group {
        ENGLISH_WOMEN("Emily", "Sarah", "Emma", "Alice", "Mary", "Jane", "Laura", "Anna", "Kate", "Lucy"),
        ENGLISH_MEN("John", "James", "Tom", "Robert", "David", "Michael", "Peter", "Bob", "Jack", "Henry"),
        ARABIC_WOMEN("Fatima", "Aisha", "Layla", "Zainab", "Noor", "Salma", "Amira", "Khadija", "Yasmin", "Huda"),
        ARABIC_MEN("Ahmed", "Omar", "Hassan", "Yusuf", "Khalid", "Ibrahim", "Tariq", "Mustafa", "Samir", "Bilal"),
        CHINESE_WOMEN("Xiuying", "Meiling", "Yan", "Fang", "Jing", "Lihua", "Xiaoyan", "Yumei", "Hui", "Qing"),
        CHINESE_MEN("Wei", "Jun", "Haoran", "Jianguo", "Lei", "Zhiqiang", "Bo", "Guangming", "Peng", "Tao"),
        INDIAN_WOMEN("Priya", "Ananya", "Lakshmi", "Divya", "Kavita", "Meera", "Sunita", "Pooja", "Radha", "Asha"),
        INDIAN_MEN("Rahul", "Arjun", "Vikram", "Rajesh", "Amit", "Suresh", "Anil", "Sanjay", "Ravi", "Deepak");

        private final List<String> names;

        Group(String... names) {
            this.names = List.of(names);
        }

        public List<String> names() {
            return names;
        }
    }

    /** Exchanges names of one group for those of another. */
    public static NameSwap between(Group from, Group to) {
        return new NameSwap(from.names(), to.names());
    }

    /** @return empty too if more names occur than there are to replace them */
    @Override
    public Optional<String> of(String text) {
        Set<String> present = new HashSet<>();
        NAME.matcher(text).results().forEach(match -> present.add(match.group()));
        Map<String, String> chosen = new LinkedHashMap<>();
        List<String> free = to.stream().filter(name -> !present.contains(name)).toList();
        Matcher matcher = NAME.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group();
            if (from.contains(name) && !chosen.containsKey(name)) {
                if (chosen.size() == free.size()) {
                    return Optional.empty();
                }
                chosen.put(name, free.get(chosen.size()));
            }
            matcher.appendReplacement(changed, Matcher.quoteReplacement(chosen.getOrDefault(name, name)));
        }
        matcher.appendTail(changed);
        return chosen.isEmpty() ? Optional.empty() : Optional.of(changed.toString());
    }
}
