package dev.assay.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final Pace pace = new Pace();

    @Test
    void isNothingBeforeACallHasEnded() {
        pace.working(true, START);

        assertThat(pace.within(HALF_A_SECOND, at(5_000))).isZero();
    }

    @Test
    void isWhatEndedInTheLastSecond() {
        pace.working(true, START);
        for (int millis = 0; millis < 10_000; millis++) {
            pace.ended(at(millis));
        }

        assertThat(pace.within(HALF_A_SECOND, at(9_999))).isEqualTo(500);
    }

    @Test
    void isKnownBeforeTheFirstSecondIsOver() {
        pace.working(true, START);
        end(500, 250);

        assertThat(pace.within(HALF_A_SECOND, at(250))).isEqualTo(1_000);
    }

    @Test
    void isNoFasterForAnInstantThanForATenthOfASecond() {
        pace.working(true, START);
        end(10, 1);

        assertThat(pace.within(HALF_A_SECOND, at(1))).isEqualTo(50);
    }

    @Test
    void callsOfMinutesThatEndTogetherAreHalfOfThemInHalfASecond() {
        pace.working(true, START);
        end(500, 120_000);

        assertThat(pace.within(HALF_A_SECOND, at(120_000))).isEqualTo(250);
    }

    @Test
    void isForgottenAfterASecond() {
        pace.working(true, START);
        end(500, 2_000);

        assertThat(pace.within(HALF_A_SECOND, at(2_850))).isEqualTo(250);
        assertThat(pace.within(HALF_A_SECOND, at(3_050))).isZero();
        assertThat(pace.within(HALF_A_SECOND, at(1_000_000))).isZero();
    }

    @Test
    void isForgottenWhenNothingIsUnderWay() {
        pace.working(true, START);
        end(500, 2_000);
        pace.working(false, at(2_001));
        assertThat(pace.within(HALF_A_SECOND, at(2_001))).isZero();

        pace.working(true, at(2_002));

        assertThat(pace.within(HALF_A_SECOND, at(2_002))).isZero();
    }

    @Test
    void aClockThatGoesBackIsNoPace() {
        pace.working(true, START);
        end(500, 2_000);
        end(1, 1_000);

        assertThat(pace.within(HALF_A_SECOND, at(900))).isLessThanOrEqualTo(2_505);
        assertThat(pace.within(HALF_A_SECOND, at(4_000))).isZero();
    }

    private void end(int calls, int millis) {
        for (int i = 0; i < calls; i++) {
            pace.ended(at(millis));
        }
    }

    private static Instant at(int millis) {
        return START.plusMillis(millis);
    }
}
