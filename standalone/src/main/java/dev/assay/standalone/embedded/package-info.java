/**
 * A real Kafka broker and a real Postgres, started from this process: the broker inside its JVM, the database as its
 * child. Data stays in a folder; both survive the death of the JVM, and a database that outlived it is stopped first.
 */
@NullMarked
package dev.assay.standalone.embedded;

import org.jspecify.annotations.NullMarked;
