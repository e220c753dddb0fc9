package dev.assay.contracts.spec;

/** Texts that several tests read. */
final class SpecTexts {

    static final String SMALL_RUN = """
            benchmark: arithmetic
            models: [sim-large]
            """;

    static final String FULL_RUN = """
            name: before and after
            group: vision-lab
            benchmark:
              name: capitals
              version: 1.10
              dataset:
                inline:
                  - {id: a, question: "Capital of France?", answer: Paris, options: [Paris, Rome], area: Europe, code: 007}
                  - {id: b, question: "Capital of Italy?", answer: Rome, options: [Paris, Rome], area: Europe, share: 0.10}
              prompt:
                - {role: system, content: Be brief.}
                - {role: user, content: "{{ question }}"}
              target: answer
              choices: options
              category: area
              extract:
                strict: [strip, {filter: regex, pattern: '^(\\w+)$'}]
                flexible: [strip]
              metrics:
                - exact_match
                - {metric: contains, pipeline: flexible, label: mentions, ignore_case: true}
              subgroups: {fields: [area, code], positive: "Yes"}
            models:
              - sim-large
              - name: sim-small
                temperature: 0.70
                topP: 0.95
                maxTokens: 512
                stop: ["\\n\\n", END]
                seed: 11
                stream: true
                extra: {top_k: 40, logit_bias: {"50256": -100}}
            repeats: 2
            seed: 7
            limit: 1
            budget: 12.50 EUR
            limits: {maxTries: 3, deadlineSeconds: 60}
            tags: {purpose: nightly, attempt: 3}
            """;

    static final String JUDGED_RUN = """
            benchmark: arithmetic
            models: [sim-large, {name: sim-small, stop: END}]
            extract: strip
            metrics: [{metric: exact_match, repeats: pass@2, label: twice}]
            repeats: 2
            budget: {amount: 2.50, currency: EUR}
            judge:
              - {model: sim-judge, mode: pairwise, baseline: sim-small, name: against, swap: false}
              - {model: {name: sim-judge, temperature: 0}, criteria: [correctness, "clarity"], scale: [1, 5], human: grade}
              - {model: sim-judge, name: own, reference: true,
                prompt: {template: "{{ question }} {{ answer }} {{ reference }}", version: 2, format: rating}}
            """;

    static final String FORMS_RUN = """
            benchmark: arithmetic
            models: [sim-large, sim-medium]
            stop: {when: {better: [sim-large, sim-medium], metric: exact_match}, confidence: 0.95, futility: 0.03,
              about: questions, atLeast: 20}
            perturbations: [typos, {name: letter_case, to: upper}, {rule: distractor, place: after, label: odd}]
            counterfactuals: [gender, {name: names, from: english_men, to: arabic_men}]
            """;

    static final String LIKELIHOOD_RUN = """
            benchmark: {name: facts, mode: loglikelihood, prompt: "{{ question }}", target: answer, choices: options,
              dataset: {hash: "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
              unconditional: "Answer:", delimiter: " ", metrics: [acc, acc_norm], subgroups: [area]}
            models: [sim-large]
            """;

    static final String PLATFORM = """
            connections:
              - {name: openai, kind: openai, baseUrl: "https://api.example.com/v1", keyEnv: EXAMPLE_KEY}
              - {name: lab, kind: openai, baseUrl: "http://10.0.0.7:8000/v1", keyFile: /run/secrets/lab}
              - {name: open, kind: openai, baseUrl: "http://127.0.0.1:8000/v1"}
            models:
              - name: gpt-small
                connection: openai
                model: gpt-small-2026-01
                price: {input: 0.10, output: "0.40", cachedInput: 0.025, currency: EUR}
              - {name: our-7b, connection: lab}
              - {name: sim-odd, connection: sim, model: sim-odd}
            pools:
              - {name: paid, connections: [openai], requestsPerMinute: 600, tokensPerMinute: 200000, concurrent: 64}
            groups:
              - {name: vision-lab, weight: 3, budget: 250}
              - {name: guests}
            """;

    static final String GATE = """
            baseline: 01jd3x5m8q2v7c9e4k6n0p1r2s:base
            minimumShared: 0.9
            confidence: 0.9
            cluster: passage
            rules:
              - {metric: exact_match, maxDrop: 0.02, maxRelativeDrop: 0.05, direction: higher, confidence: 0.99}
              - {metric: exact_match, maxDrop: 0.05, byCategory: true, tier: advisory}
              - {metric: wer, threshold: 0.2, direction: lower}
              - {metric: f1, maxDrop: 0, baseline: 0.81, tier: blocking}
            """;

    private SpecTexts() {}
}
