/**
 * Chat templates in the manner of the families, each as Jinja for the checkpoint and, for one user message with the
 * generation prompt, written out by hand.
 */
export const chats = {
  qwen2: {
    jinja: "{%- if messages[0].role != 'system' %}{{- '<|im_start|>system\\nA test model.<|im_end|>\\n' }}{%- endif %}"
      + "{%- for message in messages %}{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{%- endfor %}"
      + "{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}",
    user: text => `<|im_start|>system\nA test model.<|im_end|>\n<|im_start|>user\n${text}<|im_end|>\n<|im_start|>assistant\n`,
  },
  qwen3: {
    jinja: "{%- for message in messages %}{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{%- endfor %}"
      + "{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}",
    user: text => `<|im_start|>user\n${text}<|im_end|>\n<|im_start|>assistant\n`,
  },
  llama: {
    jinja: "{{- bos_token }}{{- '<|start_header_id|>system<|end_header_id|>\\n\\nToday: ' + strftime_now('%d %b %Y') + '<|eot_id|>' }}"
      + "{%- for message in messages %}{{- '<|start_header_id|>' + message.role + '<|end_header_id|>\\n\\n' + message.content | trim + '<|eot_id|>' }}{%- endfor %}"
      + "{%- if add_generation_prompt %}{{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{%- endif %}",
    user: text => '<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nToday: 26 Jul 2024<|eot_id|>'
      + `<|start_header_id|>user<|end_header_id|>\n\n${text.trim()}<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n`,
  },
  gemma3: {
    jinja: "{{ bos_token }}{%- for message in messages -%}"
      + "{{ '<start_of_turn>' + ('model' if message.role == 'assistant' else message.role) + '\\n' }}{{ message.content | trim }}{{ '<end_of_turn>\\n' }}{%- endfor -%}"
      + "{%- if add_generation_prompt -%}{{ '<start_of_turn>model\\n' }}{%- endif -%}",
    user: text => `<bos><start_of_turn>user\n${text.trim()}<end_of_turn>\n<start_of_turn>model\n`,
  },
};
