/**
 * What every call cost. One charge line per call, and differences after it: lines are never changed, their sum is what
 * is owed. A call is priced with the price book that its run was pinned to.
 *  What is known of a call only gets surer ({@link dev.assay.cost.ledger.Basis}), so that events may come twice, late
 *  and in any order and the ledger ends the same.
 *  Entries are announced on the charges topic before their transaction commits: whatever stands in the ledger has been
 *  announced, and of two entries of one call the one that holds is announced last.
 */
@NullMarked
package dev.assay.cost.ledger;

import org.jspecify.annotations.NullMarked;
