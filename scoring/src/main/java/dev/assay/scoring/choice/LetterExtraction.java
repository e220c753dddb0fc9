package dev.assay.scoring.choice;

import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import java.util.Optional;

/**
 * Finds the letter of an option as one of the field's scripts does. What none of their patterns matches has no answer;
 * the scripts of MMLU-Pro draw a random letter then, which we never do. Thread-safe.
 */
public enum LetterExtraction {
    /** openai/simple-evals, MMLU: A to D after "Answer:" in any of some thirty languages; case is kept. */
    MMLU {
        @Override
        Reader reader() {
            MultilingualAnswer answer = new MultilingualAnswer();
            return answer::letter;
        }
    },
    /** openai/simple-evals, GPQA: A to D after the first "Answer:" that has one, with dollar signs or without. */
    GPQA {
        @Override
        Reader reader() {
            return first("(?i)Answer[ \\t]*:[ \\t]*\\$?([A-D])\\$?");
        }
    },
    /** openai/simple-evals, MATH and DROP: the line after the first "Answer:", whatever it says. */
    ANSWER_LINE {
        @Override
        Reader reader() {
            return first("(?i)Answer\\s*:\\s*([^\\n]+)");
        }
    },
    /** TIGER-AI-Lab/MMLU-Pro, first level: A to J after the first "answer is". */
    MMLU_PRO_STRICT {
        @Override
        Reader reader() {
            return first("answer is \\(?([A-J])\\)?");
        }
    },
    /** TIGER-AI-Lab/MMLU-Pro, second level: else after "answer:" on the first line with one, else the last lone A to J. */
    MMLU_PRO {
        @Override
        Reader reader() {
            Reader strict = MMLU_PRO_STRICT.reader();
            Reader labelled = first(".*[aA]nswer:\\s*([A-J])");
            SafePattern alone = SafePattern.compile("\\b[A-J]\\b");
            return text -> strict.read(text)
                    .or(() -> labelled.read(text))
                    .or(() -> alone.last(text).map(Match::text));
        }
    },
    /** UKGovernmentBEIS/inspect_ai: a letter after the last "ANSWER:". */
    INSPECT_LETTER {
        @Override
        Reader reader() {
            return first("(?is)ANSWER\\s*:\\s*([A-Za-z])(?:[^\\w]|\\n|$)(?!.*ANSWER\\s*:)");
        }
    },
    /** UKGovernmentBEIS/inspect_ai: the word after the last "ANSWER:", if it stands alone on its line. */
    INSPECT_WORD {
        @Override
        Reader reader() {
            return first("(?is)ANSWER\\s*:\\s*(\\S+?)(?=[.,;:!?]?\\s*(?:\\n|$))(?!.*ANSWER\\s*:)");
        }
    },
    /** UKGovernmentBEIS/inspect_ai: the line after "ANSWER:", if it is the last. */
    INSPECT_LINE {
        @Override
        Reader reader() {
            return first("(?i)ANSWER\\s*:\\s*([^\\n]+)\\s*\\Z");
        }
    };

    /** A way of reading, ready for use by several threads. */
    @FunctionalInterface
    public interface Reader {

        /** What was found. @throws dev.assay.scoring.pattern.PatternLimitException if the text is very long */
        Optional<String> read(String text);
    }

    /** Prepares the patterns. */
    abstract Reader reader();

    /** The way of reading, its patterns prepared. */
    public Reader prepared() {
        return reader();
    }

    private static Reader first(String pattern) {
        SafePattern compiled = SafePattern.compile(pattern);
        return text -> compiled.first(text).flatMap(match -> match.groups().get(1));
    }
}
