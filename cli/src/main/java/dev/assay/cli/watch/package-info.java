/**
 * Follows a run until it ends: asks for its state every now and then, shows how far it has come, and bears a server
 * that is away for a while, since runs survive the server's restart.
 */
@NullMarked
package dev.assay.cli.watch;

import org.jspecify.annotations.NullMarked;
