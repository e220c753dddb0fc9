package dev.assay.scoring.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scoring.inspect.InspectMatch.Outcome;
import dev.assay.scoring.inspect.InspectMatch.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectTest {

    @ParameterizedTest
    @CsvSource({
        "BEGIN,Paris it is,paris,true",
        "END,It is STRASSE.,straße,true",
        "EXACT,It is Paris,Paris,false",
        "ANY,It is Paris here,Paris,true",
        "END,25,5,true"
    })
    void text_is_compared_without_case_and_punctuation_at_the_ends(
            Place place, String answer, String target, boolean matched) {
        // When
        Outcome outcome = new InspectMatch(place, false, true, true).of(answer, target);

        // Then
        assertThat(outcome).isEqualTo(new Outcome(answer, matched));
    }

    @ParameterizedTest
    @CsvSource({
        "END,'so $1,250.00 then 7!',7,7,true",
        "BEGIN,'so $1,250.00 then 7!',1250,1250,true",
        "END,25,5,25,false",
        "END,10%,10,'',false",
        "EXACT,½,0.5,0.5,true",
        "ANY,3 or 4,4,4,true"
    })
    void numbers_are_compared_by_value(Place place, String answer, String target, String found, boolean matched) {
        // When
        Outcome outcome = new InspectMatch(place, true, true, true).of(answer, target);

        // Then
        assertThat(outcome).isEqualTo(new Outcome(found, matched));
    }

    @ParameterizedTest
    @CsvSource({
        "−5,-5",
        "3²,9",
        "2½,2.5",
        "１２,12",
        "五,5",
        "三百二十,320",
        "二〇二五,2025",
        "Ⅻ,12",
        "负三点五,-3.5",
        "2⁻¹,0.5",
        "一万二千,12000",
        "1'000,1000"
    })
    void numbers_are_read_in_many_scripts(String text, double expected) {
        // When
        var number = InspectNumber.parse(text);

        // Then
        assertThat(number).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "x", "5 x", "nan", "inf", "½½", "½x", "1.2.3", "三x"})
    void what_is_no_finite_number_is_not_read(String text) {
        // When
        var number = InspectNumber.parse(text);

        // Then
        assertThat(number).isEmpty();
    }

    @Test
    void overlap_is_of_sets_and_rounded() {
        // When
        double f1 = InspectOverlap.f1("It is Paris, France", List.of("Paris"));

        // Then
        assertThat(f1).isEqualTo(0.4);
        assertThat(InspectOverlap.exact("cat the", List.of("The Cat!"))).isEqualTo(1);
    }

    @Test
    void targets_that_are_empty_or_begin_blank_are_left_out() {
        // When
        double exact = InspectOverlap.exact("x", List.of("", " x"));

        // Then
        assertThat(exact).isZero();
        assertThat(InspectOverlap.f1("x", List.of(""))).isZero();
    }
}
