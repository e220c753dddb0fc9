package dev.assay.gateway.access;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads a secret from the configuration. */
public final class SecretConverter implements Converter<Secret> {

    private static final long serialVersionUID = 1L;

    @Override
    public Secret convert(String value) {
        return new Secret(value);
    }
}
