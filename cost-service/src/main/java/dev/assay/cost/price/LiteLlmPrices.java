package dev.assay.cost.price;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a price map in LiteLLM's form: one object per model name, with costs per token. Decimals are taken from their
 * text (up to 23 places occur), never through a binary fraction. Strict: one entry that makes no sense refuses the file,
 * because a file that is wrong in one place is not to be trusted in the others.
 */
public final class LiteLlmPrices {

    /** The map's description of itself. */
    private static final String SAMPLE = "sample_spec";

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(200)
                    .maxNameLength(1_000)
                    .maxStringLength(100_000)
                    .maxDocumentLength(64L * 1024 * 1024)
                    .build())
            .build();

    private LiteLlmPrices() {}

    /**
     * @param in UTF-8 JSON; not closed
     * @throws BadPriceFile if it is not such a map; the message names the model and the field
     * @throws IOException if the stream itself fails
     */
    public static ImportedPrices read(InputStream in) throws BadPriceFile, IOException {
        try (JsonParser json = JSON.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            return read(json);
        } catch (CharConversionException e) {
            throw new BadPriceFile("not text in UTF-8: " + e.getMessage(), e);
        }
    }

    private static ImportedPrices read(JsonParser json) throws BadPriceFile, IOException {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadPriceFile("a price map is a JSON object with one entry per model");
            }
            return entries(json);
        } catch (StreamConstraintsException e) {
            // Of all the parser's complaints this one alone does not say where it is.
            throw new BadPriceFile(
                    "over a limit in " + lineOf(json.currentLocation()) + ": " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new BadPriceFile("not JSON in " + lineOf(e.getLocation()) + ": " + e.getOriginalMessage(), e);
        }
    }

    private static String lineOf(JsonLocation place) {
        return "line " + place.getLineNr();
    }

    private static ImportedPrices entries(JsonParser json) throws BadPriceFile, IOException {
        Map<String, Rates> rates = new HashMap<>();
        int withoutPrice = 0;
        int byOtherUnits = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String model = json.currentName();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadPriceFile(model + " is not an object");
            }
            if (SAMPLE.equals(model)) {
                json.skipChildren();
                continue;
            }
            LiteLlmEntry entry = LiteLlmEntry.read(model, json);
            if (entry.chargesOtherUnits()) {
                byOtherUnits++;
                continue;
            }
            Optional<Rates> priced = entry.rates();
            if (priced.isPresent()) {
                rates.put(model, priced.get());
            } else {
                withoutPrice++;
            }
        }
        if (json.nextToken() != null) {
            throw new BadPriceFile("there is something behind the end of the map");
        }
        if (rates.isEmpty() && withoutPrice + byOtherUnits == 0) {
            throw new BadPriceFile("the map has no entries");
        }
        return new ImportedPrices(rates, withoutPrice, byOtherUnits);
    }
}
