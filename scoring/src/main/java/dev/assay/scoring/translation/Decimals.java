package dev.assay.scoring.translation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with a fixed count of decimals, rounded from their exact value to the even digit as C and Python do. */
final class Decimals {

    private Decimals() {}

    static String of(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
