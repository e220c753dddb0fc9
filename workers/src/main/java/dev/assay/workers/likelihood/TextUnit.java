package dev.assay.workers.likelihood;

import java.nio.charset.StandardCharsets;

/** What a provider may count a text's length in. */
enum TextUnit {
    CODE_POINTS {
        @Override
        int length(String text) {
            return text.codePointCount(0, text.length());
        }
    },
    UTF_8 {
        @Override
        int length(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    },
    UTF_16 {
        @Override
        int length(String text) {
            return text.length();
        }
    };

    abstract int length(String text);
}
