/** A text for a message, short. */
export function show(text: string): string {
  return `'${text.length > 80 ? `${text.slice(0, 77)}…` : text}'`;
}
