package dev.assay.wordnet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * WordNet's files of one part of speech: an index of words, the synsets that it points into, and the irregular forms. Their
 * format is that of WordNet's manual, wndb(5WN). Immutable.
 */
final class Dictionary {

    private final PartOfSpeech part;
    private final DictionaryFile index;
    private final DictionaryFile data;
    private final Map<String, List<String>> irregular;

    private Dictionary(
            PartOfSpeech part, DictionaryFile index, DictionaryFile data, Map<String, List<String>> irregular) {
        this.part = part;
        this.index = index;
        this.data = data;
        this.irregular = irregular;
    }

    static Dictionary read(PartOfSpeech part) {
        Map<String, List<String>> irregular = new HashMap<>();
        DictionaryFile.read(part.fileName() + ".exc")
                .lines()
                .map(DictionaryFile::fields)
                .forEach(words -> irregular.put(words.getFirst(), words.subList(1, words.size())));
        return new Dictionary(
                part,
                DictionaryFile.read("index." + part.fileName()),
                DictionaryFile.read("data." + part.fileName()),
                Map.copyOf(irregular));
    }

    /**
     * The base forms of a word that are in the index, by Morphy: irregular forms as listed, others by their endings, which
     * are taken off again and again only as long as nothing is found.
     */
    List<String> baseForms(String word) {
        List<String> listed = irregular.get(word);
        if (listed != null) {
            return known(Stream.concat(Stream.of(word), listed.stream()));
        }
        List<String> forms = part.detach(List.of(word));
        List<String> found = known(Stream.concat(Stream.of(word), forms.stream()));
        while (found.isEmpty() && !forms.isEmpty()) {
            forms = part.detach(forms);
            found = known(forms.stream());
        }
        return found;
    }

    private List<String> known(Stream<String> forms) {
        return forms.distinct().filter(form -> index.line(form).isPresent()).toList();
    }

    /** The names in all synsets of a base form, as written, with underscores for spaces. */
    Stream<String> lemmas(String form) {
        return index.line(form).stream()
                .flatMap(line -> synsets(line).stream())
                .flatMap(offset -> names(data.lineAt(offset)).stream());
    }

    /** {@code lemma pos synset_cnt p_cnt [symbol...] sense_cnt tagsense_cnt offset...}: the offsets are the last fields. */
    private static List<Integer> synsets(String line) {
        List<String> fields = DictionaryFile.fields(line);
        int synsets = Integer.parseInt(fields.get(2));
        return fields.subList(fields.size() - synsets, fields.size()).stream()
                .map(Integer::valueOf)
                .toList();
    }

    /** {@code offset file type count (word id)...}: the count is hexadecimal; a mark such as {@code (a)} may end a word. */
    private static List<String> names(String line) {
        List<String> fields = DictionaryFile.fields(line);
        return IntStream.range(0, Integer.parseInt(fields.get(3), 16))
                .mapToObj(i -> fields.get(4 + 2 * i))
                .map(word -> word.endsWith(")") ? word.substring(0, word.indexOf('(')) : word)
                .toList();
    }
}
