/**
 * The list of topics: names, keys, partitions, retention. Standalone creates its topics from it,
 *  and deployment files are checked against it.
 */
@NullMarked
package dev.assay.contracts.topic;

import org.jspecify.annotations.NullMarked;
