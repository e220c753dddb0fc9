/**
 * One chat completion from request to last byte.
 *
 * <p>A {@link dev.assay.simulator.chat.ChatHandler} reads the request, lets the pure packages decide (fault, answer,
 * admission), has the log note it, and hands the reply's pieces with their due times to a {@code Delivery}, which waits by
 * timers and never blocks. All of a call runs on the event loop of its connection.
 */
@NullMarked
package dev.assay.simulator.chat;

import org.jspecify.annotations.NullMarked;
