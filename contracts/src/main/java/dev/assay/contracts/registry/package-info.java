/**
 * What an administrator registers: connections, models, pools, groups; and what control says of runs.
 *  Each is a record on the compacted control topic, under a key that names the object.
 *  Provider keys are never here: a connection only says where a worker finds its key.
 */
@NullMarked
package dev.assay.contracts.registry;

import org.jspecify.annotations.NullMarked;
