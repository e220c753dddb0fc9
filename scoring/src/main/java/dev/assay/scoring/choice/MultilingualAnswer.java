package dev.assay.scoring.choice;

import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Optional;

/**
 * The letter after a word for "answer", in many languages and alphabets.
 *
 * <p>Source: openai/simple-evals, {@code common.py}. Marks of Markdown and LaTeX are removed first; of the words, the first
 * in the list that is followed by a letter anywhere decides. Arabic, Bengali and full-width letters are translated.
 */
final class MultilingualAnswer {

    private static final List<String> REMOVED = List.of(
            "**",
            "$\\boxed{",
            "}$",
            "\\$",
            "$\\text{",
            "$",
            "\\mathrm{",
            "\\{",
            "\\text",
            "\\(",
            "\\mathbf{",
            "{",
            "\\boxed");

    private static final List<String> WORDS = List.of(
            "Answer\\s*:",
            // Korean answers may have an invisible space after the colon.
            "Answer\\s*:\u200B+",
            "উত্তর\\s*:",
            "उत्तर\\s*:",
            "উত্তরঃ",
            "উত্তর\\s*:",
            "Antwort\\s*:",
            "답변\\s*:",
            "정답\\s*:",
            "답\\s*:",
            "答案\\s*：",
            "答案\\s*:",
            "答\\s*：",
            "答\\s*:",
            "答复\\s*：",
            "答曰\\s*：",
            "الإجابة:",
            "الجواب:",
            "إجابة:",
            "الإجابة النهائية:",
            "الإجابة الصحيحة:",
            "الإجابة الصحيحة هي:",
            "الإجابة هي:",
            "الجواب النهائي:",
            "Respuesta\\s*:",
            "Risposta\\s*:",
            "答え\\s*:",
            "答え\\s*：",
            "回答\\s*:",
            "回答\\s*：",
            "解答\\s*:",
            "Jawaban\\s*:",
            "Réponse\\s*:",
            "Resposta\\s*:",
            "Jibu\\s*:",
            "Idahun\\s*:",
            "Ìdáhùn\\s*:",
            "Idáhùn\\s*:",
            "Àmọ̀nà\\s*:",
            "Àdáhùn\\s*:",
            "Ànúgọ\\s*:",
            "Àṣàyàn\\s*:");

    private static final String LETTER = "[ \\t]*([A-D]|[أ-د]|[অ]|[ব]|[ড]|[ঢ]|[Ａ]|[Ｂ]|[Ｃ]|[Ｄ])";

    private static final List<String[]> TRANSLATED = List.of(
            new String[] {"أ", " A"},
            new String[] {"ب", " B"},
            new String[] {"ج", " C"},
            new String[] {"د", " D"},
            new String[] {"অ", " A"},
            new String[] {"ব", " B"},
            new String[] {"ড", " C"},
            new String[] {"ঢ", " D"},
            new String[] {"Ａ", " A"},
            new String[] {"Ｂ", " B"},
            new String[] {"Ｃ", " C"},
            new String[] {"Ｄ", " D"});

    private final List<SafePattern> patterns = WORDS.stream()
            .map(word -> SafePattern.compile("(?i)" + word + LETTER))
            .toList();

    Optional<String> letter(String answer) {
        String plain = answer;
        for (String mark : REMOVED) {
            plain = plain.replace(mark, "");
        }
        for (SafePattern pattern : patterns) {
            Optional<String> letter =
                    pattern.first(plain).flatMap(match -> match.groups().get(1));
            if (letter.isPresent()) {
                return letter.map(MultilingualAnswer::translated);
            }
        }
        return Optional.empty();
    }

    private static String translated(String letter) {
        String latin = letter;
        for (String[] pair : TRANSLATED) {
            latin = latin.replace(pair[0], pair[1]);
        }
        return PythonText.strip(latin);
    }
}
