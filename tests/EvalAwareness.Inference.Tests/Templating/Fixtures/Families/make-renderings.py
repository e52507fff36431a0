"""Renders the conversations with Jinja2 set up as Hugging Face does. Usage: see README.md."""
import datetime, json, sys
from jinja2.exceptions import TemplateError
from jinja2.ext import loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

here = sys.argv[1]
today = datetime.datetime(2024, 7, 26)
tokens = {"bos_token": "<bos>", "eos_token": "<eos>"}


def raise_exception(message):
    raise TemplateError(message)


environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols])
environment.filters["tojson"] = lambda x, ensure_ascii=False, indent=None, separators=None, sort_keys=False: json.dumps(
    x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)
environment.globals["raise_exception"] = raise_exception
environment.globals["strftime_now"] = today.strftime


def read(name):
    with open(f"{here}/{name}", encoding="utf-8") as file:
        return file.read()


def rendered(name, messages, prompt):
    """Null where the template refuses."""
    try:
        return environment.from_string(read(f"{name}.jinja")).render(
            messages=messages, tools=None, documents=None, add_generation_prompt=prompt, **tokens)
    except TemplateError:
        return None


rows = [
    {"template": name, "conversation": index, "add_generation_prompt": prompt, "text": rendered(name, messages, prompt)}
    for name in ("qwen2.5", "qwen3", "llama3", "gemma3")
    for index, messages in enumerate(json.loads(read("conversations.json"))) for prompt in (False, True)]
with open(f"{here}/renderings.json", "w", encoding="utf-8", newline="\n") as file:
    file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")
