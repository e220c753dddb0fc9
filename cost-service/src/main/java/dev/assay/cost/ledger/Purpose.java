package dev.assay.cost.ledger;

/** What a call was made for. */
enum Purpose {
    /** It answered a sample. */
    ANSWER,
    /** It judged answers. */
    JUDGE
}
