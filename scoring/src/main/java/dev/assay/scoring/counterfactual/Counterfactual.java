package dev.assay.scoring.counterfactual;

import java.util.Optional;

/** A rule that changes who is in a text, and nothing else. Pure, safe for concurrent use. */
public sealed interface Counterfactual permits GenderSwap, NameSwap {

    /** The text with others in it; empty if the rule finds nobody to exchange. */
    Optional<String> of(String text);
}
