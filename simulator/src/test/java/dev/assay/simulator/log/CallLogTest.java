package dev.assay.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.simulator.answer.Truth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallLogTest {

    @TempDir
    Path folder;

    @Test
    void each_call_is_counted_where_it_belongs() {
        // Given
        CallLog log = CallLog.inMemory(7);
        // When
        log.receivedAndAnswered(entry(0, "a", Truth.RIGHT), 100);
        OpenCall late = log.received(entry(1, "a", Truth.WRONG), 110);
        OpenCall lost = log.received(entry(2, "b", Truth.RIGHT), 120);
        log.received(entry(3, "b", Truth.RIGHT), 130);
        log.refused(entry(4, "b", Truth.UNKNOWN), 429, 140);
        log.answered(late, 150);
        log.aborted(lost, 160);
        // Then
        RunStatement run = log.statement("run");
        assertThat(run.counts()).isEqualTo(new CallCounts(5, 2, 1, 1, 40, 20));
        assertThat(run.counts().served()).isEqualTo(4);
        assertThat(run.counts().open()).isEqualTo(1);
        assertThat(run.byModel())
                .isEqualTo(Map.of("a", new CallCounts(2, 2, 0, 0, 20, 10), "b", new CallCounts(3, 0, 1, 1, 20, 10)));
        assertThat(run.failedByStatus()).isEqualTo(Map.of(429, 1L));
        assertThat(run.firstCallMicros()).isEqualTo(100);
        assertThat(run.lastEndedMicros()).isEqualTo(160);
        assertThat(run.maxConcurrent()).isEqualTo(3);
        assertThat(run.tasks()).isEqualTo(5);
    }

    @Test
    void a_task_that_is_answered_twice_is_one_sample_of_the_truth() {
        // Given
        CallLog log = CallLog.inMemory(7);
        // When
        log.receivedAndAnswered(entry(0, "a", Truth.RIGHT), 100);
        log.receivedAndAnswered(entry(0, "a", Truth.RIGHT), 110);
        log.receivedAndAnswered(entry(1, "a", Truth.WRONG), 120);
        log.receivedAndAnswered(entry(2, "a", Truth.UNKNOWN), 130);
        // Then
        assertThat(log.truth("run")).containsExactly(new TruthCell("a", "c", 2, 1));
        assertThat(log.tasks("run", 0, 10))
                .extracting(TaskCounts::task, TaskCounts::calls, TaskCounts::answered, TaskCounts::inputTokens)
                .containsExactly(
                        tuple("run.0.0.0", 2, 2, 20), tuple("run.0.1.0", 1, 1, 10), tuple("run.0.2.0", 1, 1, 10));
    }

    @Test
    void an_answer_that_did_not_leave_after_all_is_taken_back() {
        // Given
        CallLog log = CallLog.inMemory(7);
        OpenCall call = log.receivedAndAnswered(entry(0, "a", Truth.RIGHT), 100);
        // When
        log.aborted(call, 110);
        log.aborted(call, 120);
        // Then
        assertThat(log.truth("run")).containsExactly(new TruthCell("a", "c", 0, 0));
        assertThat(log.statement("run").counts()).isEqualTo(new CallCounts(1, 0, 1, 0, 10, 5));
    }

    @Test
    void tasks_with_names_of_any_form_are_listed_by_page() {
        // Given
        CallLog log = CallLog.inMemory(7);
        log.receivedAndAnswered(new CallEntry("r", "first one", "", 1, "m", null, Truth.RIGHT, 1, 1), 1);
        log.receivedAndAnswered(new CallEntry("r", "r.0.1.2", "", 1, "m", null, Truth.RIGHT, 1, 1), 2);
        log.receivedAndAnswered(new CallEntry("r", "", "", 1, "m", null, Truth.RIGHT, 1, 1), 3);
        // When
        var page = log.tasks("r", 0, 2);
        // Then
        assertThat(page).extracting(TaskCounts::task).containsExactly("first one", "r.0.1.2");
        assertThat(log.tasks("r", 1, 2)).extracting(TaskCounts::task).containsExactly("r.0.1.2");
        assertThat(log.tasks("nobody", 0, 2)).isEmpty();
    }

    @Test
    void a_restarted_log_says_the_same() throws IOException {
        // Given
        RunStatement statement;
        try (CallLog log = CallLog.in(folder)) {
            OpenCall late = log.received(entry(0, "a", Truth.RIGHT), 90);
            OpenCall taken = log.receivedAndAnswered(entry(1, "a", Truth.RIGHT), 100);
            log.receivedAndAnswered(entry(2, "b", Truth.WRONG), 110);
            log.refused(entry(3, "b", Truth.UNKNOWN), 503, 120);
            log.aborted(taken, 130);
            log.answered(late, 140);
            statement = log.statement("run");
        }
        // When
        try (CallLog again = CallLog.in(folder)) {
            // Then
            assertThat(again.statement("run")).isEqualTo(statement);
            assertThat(again.statements()).containsExactly(statement);
            assertThat(again.truth("run"))
                    .containsExactlyInAnyOrder(new TruthCell("a", "c", 1, 1), new TruthCell("b", "c", 1, 0));
            assertThat(again.findRecent("call-1")).map(CallStatement::state).contains(CallState.ABORTED);
            assertThat(again.findInFile("call-1")).contains(new CallStatement("call-1", CallState.ABORTED, 10, 5));
            assertThat(again.findInFile("call-3")).map(CallStatement::state).contains(CallState.FAILED);
            assertThat(again.findInFile("call-9")).isEmpty();
        }
    }

    @Test
    void calls_that_were_open_when_the_process_ended_are_aborted_and_stay_so() throws IOException {
        // Given
        try (CallLog log = CallLog.in(folder)) {
            log.received(entry(0, "a", Truth.RIGHT), 90);
        }
        // When
        for (int start = 0; start < 2; start++) {
            try (CallLog again = CallLog.in(folder)) {
                // Then
                assertThat(again.statement("run").counts()).isEqualTo(new CallCounts(1, 0, 1, 0, 10, 5));
                assertThat(again.findInFile("call-0")).map(CallStatement::state).contains(CallState.ABORTED);
            }
        }
    }

    @Test
    void nothing_that_was_told_of_is_lost_when_the_process_is_killed() throws IOException, InterruptedException {
        // Given
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int told = -1;
        try (BufferedReader out = writer.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told = Integer.parseInt(line);
                if (told == 5_000) {
                    writer.destroyForcibly();
                }
            }
        } catch (IOException e) {
            // The killed process's pipe may break in the middle of a line.
        }
        writer.waitFor();
        // When
        try (CallLog log = CallLog.in(folder)) {
            // Then
            CallCounts counts = log.statement("run").counts();
            assertThat(told).isGreaterThanOrEqualTo(5_000);
            assertThat(counts.calls()).isGreaterThan(told);
            assertThat(counts.answered()).isEqualTo((counts.calls() + 1) / 2);
            assertThat(counts.open()).isZero();
            assertThat(log.findInFile("c" + told)).isPresent();
        }
    }

    @Test
    void a_torn_end_is_dropped_and_writing_goes_on() throws IOException {
        // Given
        try (CallLog log = CallLog.in(folder)) {
            log.receivedAndAnswered(entry(0, "a", Truth.RIGHT), 100);
        }
        Path file = folder.resolve(CallLog.FILE_NAME);
        Files.write(file, new byte[] {0, 90, 1, 2, 3}, StandardOpenOption.APPEND);
        // When
        try (CallLog again = CallLog.in(folder)) {
            again.receivedAndAnswered(entry(1, "a", Truth.RIGHT), 110);
            // Then
            assertThat(again.tornBytes()).isEqualTo(5);
        }
        try (CallLog third = CallLog.in(folder)) {
            assertThat(third.statement("run").counts().answered()).isEqualTo(2);
            assertThat(third.tornBytes()).isZero();
        }
    }

    @Test
    void damage_in_the_middle_is_not_taken_for_a_torn_end() throws IOException {
        // Given
        try (CallLog log = CallLog.in(folder)) {
            for (int item = 0; item < 2_000; item++) {
                log.receivedAndAnswered(entry(item, "a", Truth.RIGHT), 100);
            }
        }
        Path file = folder.resolve(CallLog.FILE_NAME);
        byte[] bytes = Files.readAllBytes(file);
        bytes[1_000] ^= 1;
        Files.write(file, bytes);
        // When and then
        assertThatThrownBy(() -> CallLog.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged at byte");
        assertThat(Files.size(file)).isEqualTo(bytes.length);
    }

    @Test
    void a_file_of_something_else_is_left_alone() throws IOException {
        // Given
        Files.writeString(folder.resolve(CallLog.FILE_NAME), "this is my diary, keep out of it please");
        // When and then
        assertThatThrownBy(() -> CallLog.in(folder)).hasMessageContaining("this is no call log of the simulator");
        assertThat(Files.readString(folder.resolve(CallLog.FILE_NAME))).startsWith("this is my diary");
    }

    @Test
    void two_processes_cannot_have_the_same_log() throws IOException {
        // Given
        try (CallLog log = CallLog.in(folder)) {
            assertThat(log.findInFile("x")).isEmpty();
            // When and then
            assertThatThrownBy(() -> CallLog.in(folder)).hasMessageContaining("has the call log open");
        }
    }

    @Test
    void what_cannot_be_written_is_not_counted() throws IOException {
        // Given
        CallLog log = CallLog.in(folder);
        log.close();
        // When and then
        assertThatThrownBy(() -> log.received(entry(0, "a", Truth.RIGHT), 100))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(log.statement("run").counts()).isEqualTo(CallCounts.NONE);
    }

    @Test
    void a_log_on_disk_begins_when_its_file_was_made_or_its_first_call_came() throws IOException {
        // Given
        long before = TimeUnit.SECONDS.toMicros(System.currentTimeMillis() / 1_000 - 1);
        long made;
        try (CallLog log = CallLog.in(folder)) {
            made = log.beginsMicros();
            log.refused(entry(0, "a", Truth.RIGHT), 503, 100);
        }
        // When
        try (CallLog again = CallLog.in(folder)) {
            // Then
            assertThat(made).isGreaterThan(before);
            assertThat(again.beginsMicros()).isEqualTo(100);
        }
    }

    @Test
    void a_call_ends_once() {
        // Given
        CallLog log = CallLog.inMemory(7);
        OpenCall call = log.received(entry(0, "a", Truth.RIGHT), 100);
        log.answered(call, 110);
        // When and then
        assertThatThrownBy(() -> log.answered(call, 120)).isInstanceOf(IllegalStateException.class);
    }

    private static CallEntry entry(int item, String model, Truth truth) {
        return new CallEntry("run", "run.0." + item + ".0", "call-" + item, 1, model, "c", truth, 10, 5);
    }
}
