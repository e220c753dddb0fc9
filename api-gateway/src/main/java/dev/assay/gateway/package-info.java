/**
 * The gateway: what people and programs use. REST under /api/v1, live events, keys, the read model of results, the page.
 *
 * <p>It decides nothing about runs: it checks what is submitted, passes commands on, and shows what the other services
 * say.
 */
@NullMarked
package dev.assay.gateway;

import org.jspecify.annotations.NullMarked;
