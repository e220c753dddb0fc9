package dev.assay.scoring.sentence;

import dev.assay.scoring.text.PythonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Our parameters for English. The lists hold what newspapers are full of, as trained parameters do; "e.g.", "i.e." and "etc."
 * are left out because those that the field uses have not learned them, and counts of sentences are compared with theirs.
 */
final class EnglishWords {

    private static final String TITLES = "mr mrs ms messrs dr prof st jr sr gen col lt adm maj sen rep reps ph.d m.b.a";

    private static final String FIRMS = "inc co corp ltd cos bros cie s.a";

    private static final String TIMES = "jan feb aug sept sep oct nov dec tues wed fri a.m p.m yr a.d";

    private static final String PLACES = "u.s u.k u.n u.s.a u.s.s.r d.c l.a n.y n.j n.h n.c n.d s.c w.va r.i ave"
            + " ala ariz calif colo conn fla ga ill kan ky mich minn nev okla ore pa tenn va vt wash wis ct";

    private static final String OTHERS = "vs v ft mg ok";

    /** Letters that are more often an initial than a word or the end of a list. */
    private static final String INITIALS = "c d e f g h k l m n p r s t v w j.j j.k j.p j.r";

    private static final String STARTERS =
            "although among and as at because both but despite even he however i if in indeed"
                    + " instead it many meanwhile moreover most nevertheless nonetheless nor separately she similarly since so some"
                    + " still the then there therefore these they this those though thus under we what when while yet";

    private static final WordUse EVERYWHERE_USE = new WordUse(true, true, true, false);

    /** Words of sentences that are parts of names too. */
    private static final String EVERYWHERE =
            "a about after all also an and another any are as at be been before but by can"
                    + " could did do does each every first for from get go good great had has have he her here high his how i if in into"
                    + " is it its last let life like make man may me more most my new next no not now of off old on one only open or other"
                    + " our out over people right she so some state than that the their them then there these they this those three time"
                    + " to today two under up us was we were what when where which while who why will with world would year you your";

    /** Words of sentences that are hardly ever parts of names. */
    private static final String ORDINARY =
            "according actually additionally afterwards again almost already although always"
                    + " approximately asked because become began believe besides billions boys bring called cannot certain children"
                    + " clearly consider costs critics currently decided despite details during early earlier eight eighty either"
                    + " eventually everybody everyone everything experts fewer fifteen fifty finally fortunately forty frequently"
                    + " further furthermore generally getting girls given giving half hardly having hence historically hopefully"
                    + " hundreds ideally importantly including increasingly indeed initially keep knowing lastly lately later likewise"
                    + " looking maybe meanwhile members millions mostly moreover nearly neither nevertheless nobody"
                    + " nonetheless normally nothing obviously occasionally officials often once originally otherwise overall perhaps"
                    + " personally plenty possibly presumably previously prices probably profits rather recently remember sales say"
                    + " secondly seen several shares shortly similarly sixty sometimes somebody someone something soon started studies"
                    + " subsequently such suddenly sure surely taking tell ten thank thanks them themselves therefore things think"
                    + " thirdly thirty though thousands through thus together traditionally twenty twelve typically ultimately"
                    + " unfortunately unless unlike until using usually various visitors wait want whatever whenever whether"
                    + " whoever within without workers writing yes";

    private EnglishWords() {}

    static PunktParameters parameters() {
        Map<String, WordUse> uses = new HashMap<>();
        words(STARTERS).forEach(word -> uses.put(word, EVERYWHERE_USE));
        words(EVERYWHERE).forEach(word -> uses.put(word, EVERYWHERE_USE));
        words(ORDINARY).forEach(word -> uses.put(word, WordUse.ORDINARY));
        return new PunktParameters(
                Set.copyOf(words(String.join(" ", TITLES, FIRMS, TIMES, PLACES, OTHERS, INITIALS))),
                Set.of(),
                Set.copyOf(words(STARTERS)),
                uses);
    }

    private static List<String> words(String list) {
        return PythonText.split(list).stream().distinct().toList();
    }
}
