/**
 * What runs may name: connections, models, pools and groups, from a file of the administrator and, where it is enabled,
 * the simulator's. At start the difference to what the control topic says is published; what vanished from the file is
 * deleted there. An invalid file stops the start, with everything that is wrong in it.
 */
@NullMarked
package dev.assay.gateway.registry;

import org.jspecify.annotations.NullMarked;
