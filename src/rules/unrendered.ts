/** What Helm, a shell, a build server or a reader is to fill in: `{{ .Values.url }}`, `${URL}`, `#{Url}#`, `<url>`, `%URL%`, `__URL__`. */
const PLACEHOLDER = /\{\{|\$[{(]|#\{|<[A-Za-z%][^<>]*>|%[A-Za-z_]\w*%|^__\w+__$|^\$[A-Za-z_]\w*$/;

/** Whether a text waits for a tool to fill it in: then nobody can judge it yet. */
export function isUnrendered(text: string): boolean {
  return PLACEHOLDER.test(text);
}
