/**
 * What all resources need of HTTP: bodies with a limit, query parameters that are named when they are wrong, places in
 * long lists, headers that keep a browser safe, and an answer where nothing is.
 */
@NullMarked
package dev.assay.gateway.web;

import org.jspecify.annotations.NullMarked;
