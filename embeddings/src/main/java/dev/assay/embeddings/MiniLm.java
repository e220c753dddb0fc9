package dev.assay.embeddings;

import dev.assay.scoring.similarity.TextEmbedding;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;

/**
 * all-MiniLM-L6-v2: 384 dimensions, made for English sentences and short paragraphs. A text of more than 510 tokens is embedded
 * in parts, whose vectors are averaged. The same text always gives the same vector on the same machine.
 *
 * <p>Source: sentence-transformers (Reimers and Gurevych 2019), under Apache-2.0.
 */
public final class MiniLm implements TextEmbedding {

    /** Loaded when it is first asked for, and kept. */
    private static final class Held {
        private static final AllMiniLmL6V2EmbeddingModel MODEL = new AllMiniLmL6V2EmbeddingModel();
    }

    @Override
    public String name() {
        return "all-minilm-l6-v2";
    }

    @Override
    public float[] embed(String text) {
        return Held.MODEL.embed(text).content().vector();
    }
}
