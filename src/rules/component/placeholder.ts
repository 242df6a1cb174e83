/** `${NAME}`, `$(NAME)`, `{{ .Values.x }}`, `#{x}#`, `<x>`, `%x%`, `__X__`: what a tool replaces before Dapr sees it. */
const PLACEHOLDER = /\$\{|\$\(|\{\{|#\{|<[A-Za-z][^<>]*>|%[A-Za-z_]\w*%|^__\w+__$|^\$[A-Za-z_]\w*$/;

/** Whether a text is still to be replaced: then nobody knows what Dapr will read. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
