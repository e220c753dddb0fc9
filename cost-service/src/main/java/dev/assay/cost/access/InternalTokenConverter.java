package dev.assay.cost.access;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads the internal token from the settings. */
public final class InternalTokenConverter implements Converter<InternalToken> {

    private static final long serialVersionUID = 1L;

    @Override
    public InternalToken convert(String value) {
        return new InternalToken(value);
    }
}
