"""Writes cases.json: what Jinja2 itself makes of our templates, for Jinja2ReferenceTest.

Run by hand with Python 3 and Jinja2 3.1 after adding a template: python3 cases.py
The environment is that of evaluation harnesses: undefined names are errors, a final line feed stays.
"""
import json
import os
import re

import jinja2

DOC = {
    "question": "What is 2 + 2?", "answer": "First 2 + 2 = 4.\n#### 4", "choices": ["three", "four", "five"],
    "label": 1, "score": 2.5, "big": 12345678901234567890123, "tiny": 0.00001, "huge": 1e16, "one": 1.0,
    "yes": True, "no": False, "nothing": None, "empty": "", "blank": "  two  words \n", "zero": 0, "none_list": [],
    "nested": {"title": "Tea", "tags": ["hot", "wet"], "deep": {"n": 3}}, "rows": [
        {"name": "b", "n": 2}, {"name": "A", "n": 3}, {"name": "c", "n": 1}],
    "mod": "a field called mod", "text": "it's \"so\"", "quote": "it's", "accent": "Ünïcödé ß 😀 end",
    "braces": "{{ question }} {% if %}", "words": "the quick-brown (fox) they're", "numbers": [3, 1, 2, 3],
    "false_text": "false", "zero_text": "0", "number_text": " 42 ", "control": "a\u0001\u00a0\u200bz", "mixed": [1, "a", None, True, 1.5],
}

TEMPLATES = r'''
{{ question }}
Question: {{ question }}\nAnswer:
{{question}}{{answer}}
{{ question }}\n
\n{{ question }}\n\n
plain text only
{{ label }} {{ score }} {{ big }} {{ tiny }} {{ huge }} {{ one }}
{{ yes }} {{ no }} {{ nothing }}
{{ choices }} {{ none_list }} {{ nested }}
{{ mixed }}
{{ [text, quote, accent, control] }}
{{ {'a': 1, "b": [2.0, none]} }}
{{ (1, 'a') }}
{{ braces }}
{{ mod }} {{ empty }}
{{ nested.title }} {{ nested['title'] }} {{ nested.tags[0] }} {{ nested.deep.n }} {{ nested["deep"]["n"] }}
{{ choices[0] }} {{ choices[-1] }} {{ choices[label] }} {{ question[0] }} {{ question[-1] }} {{ accent[0] }}
{{ choices[1:] }} {{ choices[:2] }} {{ choices[-2:] }} {{ question[5:7] }} {{ question[-5:] }} {{ question[:-1] }} {{ choices[5:] }} {{ accent[10:13] }}
{{ answer.split("####")[1].strip() }}
{{ answer.split("#### ")[-1] }}
{{ answer.split("\n")[0] }}
{{ answer | trim }}|{{ blank | trim }}|{{ blank.strip() }}|{{ blank.lstrip() }}|{{ blank.rstrip() }}|
{{ blank.split() }} {{ "a.b.c".split(".") }} {{ "a.b.c".split(".", 1) }} {{ "a.b.c".rsplit(".", 1) }} {{ "a||b".split("|") }} {{ "".split() }} {{ "".split(",") }} {{ " a  b c ".split(none, 1) }}
{{ "a\nb\r\nc".splitlines() }} {{ "xxhixx".strip("x") }} {{ "abc".replace("b", "BB") }} {{ "aaa".replace("a", "b", 2) }}
{{ ", ".join(choices) }} {{ choices | join(", ") }} {{ mixed | join("|") }} {{ rows | join(", ", attribute="name") }} {{ "abc" | join("-") }}
{{ question.upper() }} {{ question.lower() }} {{ question | upper }} {{ accent | lower }} {{ accent | upper }} {{ "hELLO wORLD".capitalize() }} {{ "hELLO wORLD" | capitalize }}
{{ words.title() }} {{ words | title }}
{{ question.startswith("What") }} {{ question.endswith("?") }} {{ question.find("is") }} {{ question.find("zz") }} {{ question.count("2") }} {{ accent.find("end") }} {{ "abcabc".rfind("b") }}
{{ "12".isdigit() }} {{ "".isdigit() }} {{ "ab".isalpha() }} {{ "a1".isalnum() }} {{ " ".isspace() }} {{ "AB".isupper() }} {{ "ab".islower() }}
{{ "prefix-x".removeprefix("prefix-") }} {{ "x.txt".removesuffix(".txt") }} {{ "7".rjust(3, "0") }} {{ "7".ljust(3) }}| {{ "ab".center(5) }}| {{ "abc".center(6, "*") }}|
{{ nested.get("title") }} {{ nested.get("missing") }} {{ nested.get("missing", "default") }} {{ nested.keys() | list }} {{ nested.deep.items() | list }} {{ nested.deep.values() | list }}
{{ choices.index("five") }} {{ numbers.count(3) }}
{{ choices | length }} {{ question | length }} {{ accent | length }} {{ nested | length }} {{ choices | count }}
{{ choices | first }} {{ choices | last }} {{ "abc" | first }} {{ "abc" | list }} {{ nested | list }}
{{ numbers | sort }} {{ numbers | sort(reverse=true) }} {{ ["b", "A", "c"] | sort }} {{ ["b", "A", "c"] | sort(case_sensitive=true) }} {{ rows | sort(attribute="n") | map(attribute="name") | list }}
{{ numbers | unique | list }} {{ ["a", "A"] | unique | list }} {{ numbers | min }} {{ numbers | max }} {{ numbers | sum }} {{ rows | sum(attribute="n") }} {{ rows | max(attribute="n") }}
{{ choices | reverse | list }} {{ "abc" | reverse }} {{ numbers | batch(3) | list }}
{{ choices | map("upper") | list }} {{ choices | map("replace", "e", "E") | join(" ") }} {{ rows | map(attribute="name") | join }}
{{ numbers | select("odd") | list }} {{ numbers | reject("odd") | list }} {{ mixed | select | list }} {{ rows | selectattr("n", "gt", 1) | map(attribute="name") | list }} {{ rows | rejectattr("name", "equalto", "b") | list | length }}
{{ nested.deep | dictsort }} {{ {"b": 1, "a": 2} | dictsort }} {{ {"b": 1} | items | list }}
{{ -3 | abs }} {{ "3.7" | int }} {{ "x" | int }} {{ "x" | int(-1) }} {{ number_text | int }} {{ 3.9 | int }} {{ "3.5" | float }} {{ "x" | float }} {{ yes | int }}
{{ 2.5 | round }} {{ 3.5 | round }} {{ 2.567 | round(2) }} {{ 2.1 | round(method="ceil") }} {{ 2.9 | round(0, "floor") }} {{ 2.675 | round(2) }} {{ 7 | round }}
{{ missing | default("none given") }} {{ empty | default("x") }}|{{ empty | default("x", true) }} {{ nothing | d("n") }} {{ nested.missing | default(3) }}
{{ nested | tojson }} {{ text | tojson }} {{ accent | tojson }} {{ "<a> & 'b'" | tojson }} {{ mixed | tojson }}
{{ "a\nb\n\nc" | indent }} | {{ "a\nb" | indent(2, true) }} | {{ "a\n\nb" | indent(1, blank=true) }}
{{ "<b> & \"q\" 'x'" | e }} {{ "ab" | center(6) }}| {{ "one two, three" | wordcount }} {{ 5 | string }} {{ "x" | safe }}
{{ "abc 123 def" | regex_replace("[0-9]+", "#") }} {{ "John Smith" | regex_replace("(\\w+) (\\w+)", "\\2 \\1") }} {{ "aaa" | regex_replace("a", "b", 2) }}
{{ 1 + 2 }} {{ 1 - 2 }} {{ 2 * 3 }} {{ 7 / 2 }} {{ 6 / 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ 7 % 3 }} {{ -7 % 3 }} {{ 2 ** 10 }} {{ 2 ** -1 }} {{ 7.5 // 2 }} {{ -7.5 % 2 }} {{ 1+2 }} {{ 1 +2 }} {{ 1+-2 }}
{{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ -2 + 1 }} {{ - 2 }} {{ 10 - 2 - 3 }} {{ 0.1 + 0.2 }} {{ 1e3 }} {{ 100000000000 * 100000000000 }} {{ big + 1 }}
{{ "a" + "b" }} {{ "a" ~ 1 ~ none ~ true ~ 1.0 ~ [1] }} {{ [1] + [2] }} {{ "ab" * 2 }} {{ [0] * 3 }} {{ 2 * "ab" }} {{ "ab" * 0 }}|
{{ 1 == 1.0 }} {{ 1 == "1" }} {{ zero == false }} {{ yes == 1 }} {{ "a" != "b" }} {{ none == nothing }} {{ [1, 2] == [1.0, 2] }} {{ {"a": 1} == {"a": 1} }} {{ "" == none }}
{{ 1 < 2 }} {{ 2 <= 2.0 }} {{ "a" < "b" }} {{ "Z" < "a" }} {{ [1, 2] < [1, 3] }} {{ 3 > 4 }} {{ 4 >= 4 }}
{{ "four" in choices }} {{ "x" not in choices }} {{ "is" in question }} {{ "title" in nested }} {{ 3 in numbers }} {{ "3" in numbers }} {{ not "x" in choices }}
{{ yes and no }} {{ yes or no }} {{ empty or "fallback" }} {{ question and label }} {{ not yes }} {{ not empty }} {{ zero or nothing or "x" }} {{ not label == 1 }} {{ not label == 2 and yes }} {{ false_text and 1 }} {{ zero_text and 1 }}
{{ "yes" if label == 1 else "no" }} {{ "a" if empty else "b" }} {{ ("x" if yes) }} {{ "A" if false_text else "B" }}
{{ label is defined }} {{ missing is defined }} {{ missing is not defined }} {{ missing is undefined }} {{ nothing is none }} {{ label is not none }} {{ nothing is defined }}
{{ label is number }} {{ label is integer }} {{ score is float }} {{ question is string }} {{ yes is boolean }} {{ nested is mapping }} {{ choices is sequence }} {{ choices is iterable }} {{ question is sequence }} {{ yes is true }} {{ no is false }} {{ yes is integer }} {{ yes is number }}
{{ 4 is even }} {{ 3 is odd }} {{ 9 is divisibleby 3 }} {{ 9 is divisibleby(2) }} {{ "abc" is lower }} {{ "ABC" is upper }} {{ 1 is eq 1 }} {{ 2 is gt 1 }} {{ 2 is in [1, 2] }} {{ 1 is ne 2 }}
{% if label == 1 %}one{% elif label == 2 %}two{% else %}many{% endif %}
{% if empty %}full{% else %}empty{% endif %} {% if false_text %}t{% endif %} {% if zero %}z{% elif none_list %}l{% elif nothing %}n{% else %}none{% endif %}
{% if not no and (yes or no) %}ok{% endif %}
{% if missing is defined %}{{ missing }}{% else %}absent{% endif %}
{% for c in choices %}{{ loop.index }}. {{ c }}\n{% endfor %}
{% for c in choices %}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.length }} {% endfor %}
{% for c in choices %}{{ "ABCDEFG"[loop.index0] }}. {{ c }}{% if not loop.last %}, {% endif %}{% endfor %}
{% for c in choices if c != "four" %}{{ loop.index }}{{ c }} {% else %}nothing{% endfor %}
{% for c in none_list %}{{ c }}{% else %}nothing{% endfor %} {% for c in choices if false %}x{% else %}none left{% endfor %}
{% for k, v in nested.items() %}{{ k }}={{ v }};{% endfor %}
{% for k in nested %}{{ k }} {% endfor %}{% for ch in "abc" %}[{{ ch }}]{% endfor %}
{% for row in rows %}{{ row.name }}{{ row["n"] }}{% endfor %} {% for a, b in [[1, 2], [3, 4]] %}{{ a }}-{{ b }} {% endfor %} {% for (a, b) in [(1, 2)] %}{{ a + b }}{% endfor %}
{% for i in range(3) %}{{ i }}{% endfor %} {{ range(2, 5) | list }} {{ range(0, 10, 5) | list }} {{ range(5, 0, -2) | list }}
{% for x in [1, 2] %}{% for y in [3, 4] %}{{ x * y }}{{ loop.index }} {% endfor %}{{ loop.index }}|{% endfor %}
{% for x in numbers %}{{ loop.previtem is defined }}{{ loop.nextitem is defined }}{% endfor %}
{% set x = 5 %}{{ x }} {% set y = x + 1 %}{{ y }} {% set a, b = 1, 2 %}{{ a }}{{ b }} {% set l = [1, 2] %}{{ l }}
{% set x = 1 %}{% for i in [1, 2] %}{% set x = x + i %}{{ x }} {% endfor %}{{ x }}
{% set block %}Hello {{ label }}{% endset %}{{ block }}{{ block | upper }}
{% set letters = ["A", "B", "C"] %}{{ letters[label] }}
{% if yes %}{% set z = 1 %}{% endif %}{{ z }}
{% raw %}{{ not rendered }} {% if %}{% endraw %} {{ label }}
{# a comment #}text{# another\n one #}
  {%- if yes -%}  tight  {%- endif -%}  end
a  {{- label -}}  b
a {#- comment -#} b
{% for c in choices -%}\n  {{ c }}\n{%- endfor %}
{%- for c in choices %}\n{{ c }}\n{%- endfor -%}\n\nend
{% for c in choices %}\n{{ c }}\n{% endfor %}
Passage:\n{{ nested.title }}\n\n{% if choices %}\nOptions:\n{% endif %}\n
{{ "{{ braces }}" }} {{ '%}' }} {{ "}}" }}
{{ "a\"b" }} {{ 'a\'b' }} {{ "tab\there" }} {{ "back\\slash" }} {{ "\d" }} {{ "\x41\u00e9" }}
{{ "line\nbreak" }}
text } { }} %} #} end
{{ question|upper|lower|length }}
{{ (label + 1)|string ~ "!" }} {{ -label|abs }} {{ label + 1|abs }} {{ "a" ~ "b"|upper }}
{{ question.strip().split(" ")[0].lower() }}
{{ nested.tags | join(", ") | upper }}
{{ [question, answer] | map("length") | list }}
{{ true }} {{ True }} {{ false }} {{ False }} {{ none }} {{ None }}
{{ 1.5e10 }} {{ 123456789012345680.0 }} {{ 1.0 * 3 }} {{ 1e22 }} {{ 1e-7 }} {{ 0.1 }} {{ 100.0 }}
{{ choices[:label] }} {{ choices[label:] | join }}
{{ question[0] ~ question[1] }} {{ question[-3:-1] }}
{{ rows[0].name }} {{ rows[0]["name"] }} {{ (rows | first).name }} {{ rows | map(attribute="n") | sum }}
{{ choices | map("length") | max }} {{ "%" }} {{ 5 % 2 }}
A. {{choices[0]}}\nB. {{choices[1]}}\nC. {{choices[2]}}\nAnswer:
{{question.strip()}}\nA. {{choices[0]}}\nB. {{choices[1]}}\nAnswer:
{{['A', 'B', 'C', 'D'][label]}}
{{choices.index("four")}}
{{ [choices[0], choices[2]] }}
Article: {{nested.title}}\n\nQuestion: {{question}} True or False?\nAnswer:
{{ missing }}
{{ missing.attribute }}
{{ nested.missing }}
{{ nested.missing.more }}
{{ missing ~ "x" }}
{{ missing | upper }}
{{ missing == 1 }}
{{ 1 in missing }}
{% if missing %}x{% endif %}
{% for x in missing %}x{% endfor %}
{{ choices[9] }}
{{ "a" + 1 }}
{{ 1 / 0 }}
{{ [1] < 2 }}
{{ 1 < "a" }}
{{ question.nomethod() }}
{{ label.upper() }}
{{ question | nofilter }}
{{ question is notest }}
{{ nofunction(1) }}
{{ question
{{ }}
{% if yes %}open
{% endif %}
{% for x %}{% endfor %}
{% for in choices %}{% endfor %}
{% nosuchtag %}
{{ question + }}
{{ 'open }}
{# open comment
{{ a b }}
'''

# What Jinja2 can do and our templates refuse by name.
REFUSED = r'''
{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1) }}
{% include "other.txt" %}
{% extends "other.txt" %}
{% import "other.txt" as other %}
{% filter upper %}x{% endfilter %}
{% set ns = namespace(x=1) %}{{ ns.x }}
{{ "abc"[::2] }}
{{ "%s" % 1 }}
{{ "{}".format(1) }}
{{ [1, 2] | random }}
{{ lipsum() }}
{{ cycler("a", "b") }}
{{ dict(a=1) }}
{{ question.__class__ }}
{{ question.__class__.__mro__ }}
{{ [].append(1) }}
{{ self }}
{{ loop }}
{% do choices.append(1) %}
{{ "x" | attr("upper") }}
{% for x in choices recursive %}{{ loop(x) }}{% endfor %}
'''


def template_of(line):
    # A backslash-n outside of an expression stands for a line feed of the template.
    return re.sub(r"(\{\{.*?\}\}(?!\")|\{%.*?%\})|\\n", lambda m: m.group(1) or "\n", line)


def main():
    env = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    env.filters["regex_replace"] = lambda s, pattern, repl, count=0: re.sub(pattern, repl, s, count=count)
    cases = []
    for line in TEMPLATES.strip("\n").split("\n"):
        source = template_of(line)
        case = {"template": source}
        try:
            case["output"] = env.from_string(source).render(**DOC)
        except Exception as error:
            case["error"] = type(error).__name__
        cases.append(case)
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "cases.json"), "w", encoding="utf-8") as out:
        head = {"made_by": f"cases.py with Jinja2 {jinja2.__version__}", "doc": DOC, "cases": cases,
                "refused": [template_of(line) for line in REFUSED.strip("\n").split("\n")]}
        json.dump(head, out, ensure_ascii=True, indent=1)
        out.write("\n")
    print(len(cases), "cases,", sum("error" in c for c in cases), "errors")
    for c in cases:
        if "error" in c:
            print("  ", c["error"], c["template"])


if __name__ == "__main__":
    main()
