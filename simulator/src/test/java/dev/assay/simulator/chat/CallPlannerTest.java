package dev.assay.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.simulator.answer.Question;
import dev.assay.simulator.answer.Truth;
import dev.assay.simulator.fault.Treatment.Ending;
import dev.assay.simulator.log.CallEntry;
import dev.assay.simulator.model.ModelReader;
import dev.assay.simulator.model.ModelSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallPlannerTest {

    private static final Caller CALLER = new Caller("r", "r.0.0.0", "c", 1, 0, "reading", "42");

    @Test
    void an_ordinary_call_is_served_and_billed_by_its_true_tokens() {
        // Given
        CallPlanner planner = planner("m: {abilities: {default: 1}, style: terse}");
        // When
        CallPlan plan = planner.plan(request("m", CALLER), "c", 0, 0);
        // Then
        assertThat(plan)
                .isInstanceOfSatisfying(
                        CallPlan.Serve.class,
                        serve -> assertThat(serve.ending()).isEqualTo(Ending.COMPLETE));
        assertThat(plan.entry()).isEqualTo(new CallEntry("r", "r.0.0.0", "c", 1, "m", "reading", Truth.RIGHT, 3, 1));
    }

    @Test
    void wrong_usage_is_told_but_not_billed() {
        // Given
        CallPlanner planner =
                planner("m: {abilities: {default: 1}, style: terse, errors: [{kind: wrong-usage, factor: 100}]}");
        // When
        CallPlan.Serve plan = (CallPlan.Serve) planner.plan(request("m", CALLER), "c", 0, 0);
        // Then
        StringBuilder body = new StringBuilder();
        plan.reply().write(0, 0, body);
        assertThat(body).contains("\"prompt_tokens\":300,\"completion_tokens\":100,\"total_tokens\":400");
        assertThat(plan.entry().inputTokens()).isEqualTo(3);
    }

    @Test
    void a_model_that_does_not_exist_is_logged_without_its_name() {
        // When
        CallPlan plan = planner("m: {}").plan(request("gpt-x", CALLER), "c", 0, 0);
        // Then
        assertThat(plan)
                .isInstanceOfSatisfying(
                        CallPlan.Refuse.class,
                        refuse -> assertThat(refuse.refusal().status()).isEqualTo(404));
        assertThat(plan.entry().model()).isEqualTo("(unknown)");
    }

    @Test
    void a_prompt_that_is_too_long_is_refused_as_openai_does() {
        // When
        CallPlan plan = planner("m: {contextTokens: 2}").plan(request("m", CALLER), "c", 0, 0);
        // Then
        assertThat(plan).isInstanceOfSatisfying(CallPlan.Refuse.class, refuse -> {
            assertThat(refuse.refusal().status()).isEqualTo(400);
            assertThat(refuse.refusal().code()).isEqualTo("context_length_exceeded");
        });
    }

    @Test
    void a_scripted_refusal_uses_up_no_quota() {
        // Given
        CallPlanner planner =
                planner("m: {limits: {requestsPerMinute: 1}, errors: [{kind: status, status: 503, firstAttempts: 1}]}");
        planner.plan(request("m", CALLER), "c", 0, 0);
        // When
        CallPlan second = planner.plan(request("m", new Caller("r", "t", "c", 2, 0, null, "42")), "c", 0, 0);
        // Then
        assertThat(second).isInstanceOf(CallPlan.Serve.class);
    }

    @Test
    void a_call_over_the_limit_is_refused_with_the_time_to_wait() {
        // Given
        CallPlanner planner = planner("m: {limits: {requestsPerMinute: 1}}");
        planner.plan(request("m", CALLER), "c", 0, 0);
        // When
        CallPlan second = planner.plan(request("m", CALLER), "c", 20_000_000_000L, 0);
        // Then
        assertThat(second).isInstanceOfSatisfying(CallPlan.Refuse.class, refuse -> {
            assertThat(refuse.refusal().status()).isEqualTo(429);
            assertThat(refuse.retryAfterMicros()).isEqualTo(40_000_000);
        });
        assertThat(second.entry().inputTokens()).isZero();
    }

    @Test
    void a_caller_that_tells_no_attempt_can_try_again() {
        // Given
        CallPlanner planner = planner("m: {errors: [{kind: status, status: 500, rate: 0.5}]}");
        // When
        long served = IntStream.range(0, 200)
                .filter(i -> planner.plan(request("m", Caller.UNKNOWN), "c", 0, 0) instanceof CallPlan.Serve)
                .count();
        // Then
        assertThat(served).isBetween(60L, 140L);
    }

    @Test
    void errors_are_the_same_in_every_run() {
        // Given
        String models = "m: {errors: [{kind: status, status: 500, rate: 0.5}]}";
        // When
        List<Boolean> first = served(models, "run-1");
        List<Boolean> second = served(models, "run-2");
        // Then
        assertThat(first).isEqualTo(second).contains(true, false);
    }

    private static List<Boolean> served(String models, String run) {
        CallPlanner planner = planner(models);
        return IntStream.range(0, 50)
                .mapToObj(item -> new ChatRequest(
                        "m",
                        new Question(List.of("Item " + item), 1, 0, null, "42", 100, List.of()),
                        false,
                        false,
                        new Caller(run, run + ".0." + item + ".0", run + item, 1, 0, null, "42")))
                .map(request -> planner.plan(request, "c", 0, 0) instanceof CallPlan.Serve)
                .toList();
    }

    private static CallPlanner planner(String models) {
        List<ModelSpec> specs = new ModelReader().readFile("models: {" + models + "}");
        return new CallPlanner(new ModelCatalogue(specs));
    }

    private static ChatRequest request(String model, Caller caller) {
        Question question = new Question(
                List.of("123456789"), 0, caller.repeat(), caller.category(), caller.reference(), 100, List.of());
        return new ChatRequest(model, question, false, false, caller);
    }
}
