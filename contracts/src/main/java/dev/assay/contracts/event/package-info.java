/**
 * The events that services say to each other, one record each, immutable and written as JSON.
 *  Fields are only ever added, and as optional ones; readers ignore what they do not know.
 *  Sealed alternatives carry a {@code type} property; an unknown one is read as its Unrecognised record.
 *  The JSON Schemas under src/main/resources/schemas are generated from these records and checked in.
 */
@NullMarked
package dev.assay.contracts.event;

import org.jspecify.annotations.NullMarked;
