package dev.assay.cli.offline;

import java.math.BigDecimal;

/** A share written in percent, as short as it is exact. */
final class Percent {

    private Percent() {}

    static String of(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
