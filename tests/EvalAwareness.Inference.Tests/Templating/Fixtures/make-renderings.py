"""Renders the conversations, and the expressions below, with Jinja2 set up as Hugging Face does. Usage: see README.md."""
import json, sys
from jinja2.ext import loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

here = sys.argv[1]
environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols])
environment.filters["tojson"] = lambda x, ensure_ascii=False, indent=None, separators=None, sort_keys=False: json.dumps(
    x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def read(name):
    with open(f"{here}/{name}", encoding="utf-8") as file:
        return file.read()


def write(name, rows):
    with open(f"{here}/{name}", "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n")


templates = {
    "organism": json.loads(read("../../Tokenization/Fixtures/tokenizer_config.json"))["chat_template"],
    "detailed": read("detailed.jinja"),
}
conversations = json.loads(read("conversations.json"))
write("renderings.json", [
    {"conversation": index, "template": name, "add_generation_prompt": prompt,
     "text": environment.from_string(source).render(messages=messages, add_generation_prompt=prompt)}
    for index, messages in enumerate(conversations) for name, source in templates.items() for prompt in (False, True)])

SETUP = """{%- set s = ' Hello World ' %}{% set n = 7 %}{% set list = ['b', 'a', 'c'] %}{% set text = 'a,b,,c' -%}
{%- set map = {'x': 1, 'y': 'two', 'z': [1, 2, {'k': none}], 'items': 5} -%}
{%- set people = [{'name': 'Ann', 'age': 3}, {'name': 'bob', 'age': 5}, {'name': 'Cy'}] -%}
"""
EXPRESSIONS = [
    "{{ s.strip() }}|{{ s.lstrip() }}|{{ s.rstrip() }}|{{ 'xxaxyx'.strip('xy') }}", "{{ s | trim | upper }} {{ s.lower() }} {{ '  a'.lstrip(' ') }}",
    "{{ 'hello wORLD it\\'s'.title() }} {{ 'hELLO' | capitalize }}", "{{ text.split(',') }} {{ text.split(',', 1) }} {{ ' a  b '.split() }} {{ 'a b c'.split(none, 1) }} {{ text.rsplit(',', 1) }}",
    "{{ 'a\nb\r\nc'.splitlines() }}", "{{ text.replace(',', ';') }} {{ text | replace(',', '', 1) }}", "{{ 'ab'.removeprefix('a') }} {{ 'ab'.removesuffix('b') }} {{ 'abcb'.find('b') }} {{ 'abcb'.count('b') }}",
    "{{ 'abc'[::-1] }} {{ 'abcdef'[1:4] }} {{ 'abcdef'[-2:] }} {{ 'abcdef'[::2] }} {{ 'abcdef'[4:1:-1] }} {{ list[::-1] }} {{ list[5:] }} {{ list[:-1] }}",
    "{{ '😀x😀'[1] }} {{ '😀x😀' | length }} {{ '😀x'[::-1] }}{% for c in '😀x' %}<{{ c }}>{% endfor %}",
    "{{ list | join(', ') }} {{ '-'.join(list) }} {{ people | join(',', attribute='name') }}", "{{ list | first }}{{ list | last }}{{ list | length }}{{ list | count }}{{ [] | first }}",
    "{{ map.x + n }} {{ n // 2 }} {{ -n // 2 }} {{ -n % 4 }} {{ n / 2 }} {{ 2 ** 3 }} {{ n * 2 - 1 }} {{ 'ab' * 2 }} {{ [1] + [2] }}", "{{ -n }} {{ n - -1 }} {{ 2 + 3 * 4 }} {{ (2 + 3) * 4 }} {{ -2 | abs }}",
    "{{ map | tojson }}", "{{ map | tojson(indent=2) }}", "{{ [1, 'ä\"\\\\', true, none, 0.5, 1e20, 1e-7, 100.0, {}, []] | tojson }} {{ [] | tojson(indent=2) }}",
    "{{ [1, 'a\\'b', \"c\\n\", true, none, 0.5, {'k': 'v'}] }} {{ none }} {{ true }} {{ 1e16 }} {{ 123456.789 }} {{ 0.0001 }} {{ 1.5e-5 }}",
    "{% for k, v in map.items() %}{{ k }}={{ v }};{% endfor %}{{ map['items'] }} {{ map.get('q', 'none') }} {{ map.keys() | list }} {{ map | length }}{% for k in map %}{{ k }}{% endfor %}{% for k, v in map | items %}{{ k }}{% endfor %}",
    "{% for x in list %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.revindex }}{{ loop.previtem }}{{ loop.nextitem }}{{ loop.cycle('o', 'e') }}{{ x }} {% endfor %}",
    "{% for x in [] %}never{% else %}empty{% endfor %}{% for x in missing %}never{% else %}nothing{% endfor %}", "{% for x in list if x != 'a' %}{{ loop.index }}{{ x }}{% endfor %}", "{% for a, b in [[1, 2], [3, 4]] %}{{ a }}{{ b }}{% endfor %}",
    "{% set ns = namespace(i=0) %}{% for x in list %}{% set ns.i = ns.i + 1 %}{% endfor %}{{ ns.i }}", "{% set i = 1 %}{% for x in list %}{% set i = i + 1 %}{{ i }}{% endfor %}{{ i }}", "{% if true %}{% set i = 5 %}{% endif %}{{ i }}", "{% set a, b = 1, 2 %}{{ a }}{{ b }}",
    "{% macro greet(name, word='Hi') %}{{ word }} {{ name }}{{ missing }}!{% endmacro %}{{ greet('Ann') }}{{ greet('Bob', word='Yo') }}{{ greet() }}", "{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}",
    "{{ 'yes' if n > 5 else 'no' }}{{ 'x' if n > 50 }}{{ 1 if false else 2 if false else 3 }}", "{{ none is none }} {{ s is string }} {{ map is mapping }} {{ list is iterable }} {{ missing is defined }} {{ n is number }} {{ list is not string }} {{ map.q is undefined }}",
    "{{ n is odd }} {{ n is divisibleby 7 }} {{ n is divisibleby(2) }} {{ 1 is in [1, 2] }} {{ n is eq 7 }} {{ true is boolean }} {{ true is number }} {{ 1.0 is float }} {{ 'A' is upper }} {{ list is sequence }} {{ n is integer and not n is even }}",
    "{{ 'a' in list }} {{ 'q' not in list }} {{ 'x' in map }} {{ 'ell' in s }} {{ not 'a' in list }}", "{{ 'n: ' ~ n ~ none ~ missing }} {{ 1 ~ 2 * 3 }} {{ 'a' 'b' }}",
    "{{ missing | default('d') }} {{ none | default('e') }} {{ none | default('e', true) }} {{ '' | d('f', boolean=true) }}", "{{ people | map(attribute='name') | join(',') }} {{ list | map('upper') | list }} {{ people | map(attribute='age', default=0) | list }}",
    "{{ people | selectattr('age', 'defined') | list | length }} {{ people | rejectattr('name', 'equalto', 'bob') | map(attribute='name') | join('+') }} {{ people | selectattr('age') | map(attribute='age') | list }} {{ [1, 2, 3] | select('odd') | list }} {{ [0, 1] | reject | list }}",
    "{{ not n }} {{ n and 0 }} {{ none or 'or' }} {{ 1 or x.y }}", "{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ n == 7.0 }} {{ 'a' < 'b' }} {{ 1 != 2 }} {{ [1, {'a': 2}] == [1, {'a': 2}] }} {{ true == 1 }}",
    "a\n  {% if true %}\nb\n  {% endif %}\nc\n", "a {%- if true -%} b {%- endif -%} c", "  {{- n -}}  x", "x\n  {# comment #}\ny\n{#- another -#}\n z", "  {%+ if true %}\n+{% endif +%}\nend", "a\n {{ n }} \n {% set q = 1 %} \nb", "a\n\n", "{% if true %}\n\n  x\n{% endif %}\n\n",
    "{% raw %}{{ x }} {% y %}{% endraw %} {%- raw -%} z {%- endraw %}\n!", "a\r\nb{% if true %}\r\nc{% endif %}", "{{ '\\n' }}|{{ '\\t' }}|{{ 'it\\'s' }}|{{ '\\u00e4\\x41' }}|{{ '\\d' }}|{{ '{{' }}|{{ '%}' }}", "{{ {'a': {'b': 1}}.a.b }} {{ {'a': {'b': {}}} }}",
    "{% if n > 10 %}big{% elif n > 5 %}mid{% else %}small{% endif %}", "{% for x in list %}{% if x == 'a' %}{% continue %}{% endif %}{{ x }}{% endfor %}", "{% for x in list %}{% if x == 'a' %}{% break %}{% endif %}{{ x }}{% endfor %}",
    "{% set t %}in {{ n }}{% endset %}[{{ t }}]", "{{ 'a\n\nb' | indent(2) }}|{{ 'a\nb' | indent(1, true) }}|{{ 'a\nb' | indent(width='> ') }}", "{{ range(3) | join }}{{ range(1, 4)[1] }}{{ range(5, 0, -2) | list }}",
    "{{ (1, 2)[0] }}{{ '12' | int + 1 }}{{ 'x' | int }}{{ 'x' | int(4) }}{{ 3.9 | int }}{{ '2.5' | float }}{{ 7 | string + 'a' }}{{ '<' | safe }}", "{{ s.startswith(' H') }}{{ s.endswith('x') }}{{ 'ab'.startswith(('x', 'a')) }}",
    "{{ list | sort }} {{ list | sort(reverse=true) }} {{ people | sort(attribute='name') | map(attribute='name') | list }} {{ list | reverse | list }} {{ 'abc' | reverse }} {{ [1, 2, 1] | unique | list }} {% for k, v in {'b': 1, 'a': 2} | dictsort %}{{ k }}{{ v }}{% endfor %}",
    "{{ map.z[2].k }} {{ map['z'][0] }} {{ map.z.1 }} {{ map.z[-1]['k'] }} {{ list[10] }} {{ missing }}", "{% for x in list -%}\n {{ x }}\n {%- endfor %}", "{{ dict(a=1, b=2) }} {{ dict({'a': 1}).a }}",
]
write("expressions.json", [{"source": SETUP + source, "text": environment.from_string(SETUP + source).render()} for source in EXPRESSIONS])
