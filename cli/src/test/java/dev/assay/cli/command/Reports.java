package dev.assay.cli.command;

/** A report as the API gives it. */
final class Reports {

    private Reports() {}

    static String of(String state) {
        return """
                {"run": {"id": "01jd", "name": "mine", "group": "default", "state": "%s", "reason": "4 samples failed",
                         "spend": {"total": {"currency": "USD", "amount": "0.01234"}, "calls": 12, "unconfirmed": 1}},
                 "manifest": {"benchmark": {"name": "assay-core", "version": "1"}, "items": 10, "repeats": 1, "seed": 0,
                              "models": [{"model": "sim-large"}]},
                 "coverage": 0.9,
                 "leaderboard": [
                   {"rank": 1, "model": "sim-large",
                    "metrics": [{"metric": "exact_match", "value": 0.8125, "low": 0.77, "high": 0.85, "coverage": 0.9,
                                 "boundLow": 0.73, "boundHigh": 0.83}],
                    "cost": {"total": {"currency": "USD", "amount": "0.01234"},
                             "perCorrect": {"currency": "USD", "amount": "0.0000341"}},
                    "failures": {"DEADLINE": 4}},
                   {"rank": null, "model": "sim-down",
                    "metrics": [{"metric": "exact_match", "value": null, "low": null, "high": null, "coverage": 0,
                                 "boundLow": 0, "boundHigh": 1}],
                    "cost": {"total": null, "perCorrect": null}, "failures": {}}],
                 "categories": [{"category": "reading", "model": "sim-large",
                                 "metrics": [{"metric": "exact_match", "value": 0.5, "low": 0.4, "high": 0.6}]}],
                 "timing": [{"model": "sim-large", "ttftMs": null, "totalMs": {"p50": 812.4, "p95": 12345, "p99": 1}}]}
                """.formatted(state);
    }
}
