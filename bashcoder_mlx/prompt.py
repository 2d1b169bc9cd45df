"""The one prompt format, as Python and as the chat template that stock mlx-lm applies.

    <|command|><|linux|>count the lines of a.txt<|answer|>wc -l a.txt<|eos|>

The first marker is the task, the second the target system. The markers are user-defined pieces of
the vocabulary, one token each; in a converted vocabulary that lacks them they are spelled out, so
the same text serves every model. A prompt cannot forge a marker: `<|` in it becomes `< |`.
"""

import sys

TASKS = ("command", "script", "explanation")
SYSTEMS = ("linux", "macos")
ANSWER = "<|answer|>"
MARKERS = tuple(f"<|{name}|>" for name in (*TASKS, *SYSTEMS)) + (ANSWER,)

# Tiny models are trained without system messages, so the template leaves those out.
CHAT_TEMPLATE = (
    "{%- for message in messages -%}"
    "{%- if message['role'] == 'user' -%}"
    "{{- '<|' + (task or 'command') + '|><|' + (system or 'linux') + '|>' -}}"
    "{{- message['content'] | replace('<|', '< |') + '<|answer|>' -}}"
    "{%- elif message['role'] == 'assistant' -%}"
    "{{- message['content'] + eos_token -}}"
    "{%- endif -%}"
    "{%- endfor -%}"
)


def format_prompt(prompt: str, task: str = "command", system: str = "linux") -> str:
    """The text that the model continues with its answer.

    Raises:
        ValueError: the task or the system is not one of `TASKS` and `SYSTEMS`.
    """
    if task not in TASKS:
        raise ValueError(f"unknown task {task!r}: use one of {', '.join(TASKS)}")
    if system not in SYSTEMS:
        raise ValueError(f"unknown system {system!r}: use one of {', '.join(SYSTEMS)}")
    return f"<|{task}|><|{system}|>{prompt.replace('<|', '< |')}{ANSWER}"


def host_system() -> str:
    """The system of this machine, as the prompt format names it."""
    return "macos" if sys.platform == "darwin" else "linux"
