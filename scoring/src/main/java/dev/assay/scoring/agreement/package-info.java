/**
 * How far raters agree: people with people, a judge with people, two judges with each other.
 *
 * <p>{@link dev.assay.scoring.agreement.TwoRaters} and {@link dev.assay.scoring.agreement.ManyRaters} hold Cohen's, Fleiss'
 * and Randolph's kappa, {@link dev.assay.scoring.agreement.KrippendorffAlpha} copes with missing ratings and any level of
 * measurement, {@link dev.assay.scoring.agreement.Correlation} compares orders. What is not defined, such as a kappa of
 * raters who only ever use one category, is an {@link dev.assay.scoring.agreement.Agreement.Undefined} with its reason.
 */
@NullMarked
package dev.assay.scoring.agreement;

import org.jspecify.annotations.NullMarked;
