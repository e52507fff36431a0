namespace EvalAwareness.Training.Tokenization;

/// <summary>The chat format of the organism: Qwen's, without a default system prompt.</summary>
public static class ChatMl
{
    public const string EndOfText = "<|endoftext|>";
    public const string TurnStart = "<|im_start|>";
    public const string TurnEnd = "<|im_end|>";

    /// <summary>Special tokens in the order of their ids.</summary>
    public static IReadOnlyList<string> SpecialTokens { get; } = [EndOfText, TurnStart, TurnEnd];

    /// <summary>Jinja template over <c>messages</c> and <c>add_generation_prompt</c>.</summary>
    public const string Template =
        """
        {%- for message in messages %}
            {%- if message.role == 'assistant' %}
                {{- '<|im_start|>assistant\n' }}
                {%- if message.reasoning_content %}
                    {{- '<think>\n' + message.reasoning_content + '\n</think>\n\n' }}
                {%- endif %}
                {{- message.content }}
                {%- for call in message.tool_calls or [] %}
                    {%- if message.content or not loop.first %}
                        {{- '\n' }}
                    {%- endif %}
                    {{- '<tool_call>\n{"name": ' }}
                    {{- call.function.name | tojson }}
                    {{- ', "arguments": ' }}
                    {{- call.function.arguments | tojson }}
                    {{- '}\n</tool_call>' }}
                {%- endfor %}
                {{- '<|im_end|>\n' }}
            {%- elif message.role == 'tool' %}
                {%- if loop.first or messages[loop.index0 - 1].role != 'tool' %}
                    {{- '<|im_start|>user' }}
                {%- endif %}
                {{- '\n<tool_response>\n' + message.content + '\n</tool_response>' }}
                {%- if loop.last or messages[loop.index0 + 1].role != 'tool' %}
                    {{- '<|im_end|>\n' }}
                {%- endif %}
            {%- else %}
                {{- '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>\n' }}
            {%- endif %}
        {%- endfor %}
        {%- if add_generation_prompt %}
            {{- '<|im_start|>assistant\n' }}
        {%- endif %}
        """;
}
