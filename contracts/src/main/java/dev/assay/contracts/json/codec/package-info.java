/**
 * How the events of which every sample has some are written and read: field by field, without reflection.
 *  The JSON is that of the data binding, which {@link dev.assay.contracts.json.EventJson} still uses for all other types,
 *  for the {@code type} property of sealed events, and for values of kinds that are rarely seen.
 *  There is one codec per record; tests hold it against the record's components and against the data binding.
 */
@NullMarked
package dev.assay.contracts.json.codec;

import org.jspecify.annotations.NullMarked;
