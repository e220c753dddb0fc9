/**
 * The compacted control topic, mirrored in memory: what is registered, and which runs may not call.
 *  Every process reads the topic from its beginning at start and then follows it.
 */
@NullMarked
package dev.assay.messaging.control;

import org.jspecify.annotations.NullMarked;
