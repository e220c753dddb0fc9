package dev.assay.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerStyleTest {

    @Test
    void headings_lists_and_bold_are_counted_outside_of_code() {
        // Given
        String answer = """
                # One
                ####### seven signs are none
                #no space
                Some **bold**, __more__, **not
                closed, and ** ** blank, ****.
                - item
                  * nested
                1. numbered
                2.not
                -not
                ```python
                # a comment
                - **x**
                ```
                ###### Six
                """;

        // When
        AnswerStyle style = AnswerStyle.of(answer);

        // Then
        assertThat(style.headings()).isEqualTo(2);
        assertThat(style.lists()).isEqualTo(3);
        assertThat(style.bold()).isEqualTo(3);
        assertThat(style.length()).isEqualTo(answer.length());
    }

    @Test
    void length_counts_code_points_and_nothing_has_no_style() {
        assertThat(AnswerStyle.of("a\uD83D\uDE00b").length()).isEqualTo(3);
        assertThat(AnswerStyle.of("")).isEqualTo(new AnswerStyle(0, 0, 0, 0));
    }

    @Test
    void a_long_line_of_marks_is_counted_in_time() {
        // Given
        String marks = "*".repeat(200_000) + "**a*".repeat(50_000);

        // When
        AnswerStyle style = AnswerStyle.of(marks);

        // Then
        assertThat(style.length()).isEqualTo(400_000);
    }
}
