/** Why Go refuses a regular expression that other languages take, or nothing. Only what RE2 lacks for certain. */
export function unknownToGo(pattern: string): string | undefined {
  const code = pattern.replace(/\\Q[\s\S]*?(\\E|$)/g, '').replace(/\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]/g, '[]');
  const bare = code.replace(/\\[^1-9]/g, '');
  if (/\(\?<?[=!]/.test(bare)) {
    return 'looks ahead or behind';
  }
  return /\\[1-9]/.test(bare) ? 'refers back to a group' : undefined;
}
