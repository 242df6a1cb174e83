/** An address for a message: without what may be a secret in it. */
export function shownUrl(url: string): string {
  const bare = url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i, '$1//…@').replace(/\?[\s\S]*$/, '?…');
  return `'${bare.length > 80 ? `${bare.slice(0, 77)}…` : bare}'`;
}

/** Why Go cannot call an address over HTTP at all, or nothing. */
export function brokenUrl(url: string): string | undefined {
  if (/[\x00-\x1f\x7f]/.test(url)) {
    return 'it has a line break or another control character in it';
  }
  const [, scheme, authority] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url) ?? [];
  if (scheme === undefined) {
    return /^\s/.test(url) ? 'it begins with a space' : `it does not begin with 'http://' or 'https://'`;
  }
  if (!/^https?$/i.test(scheme)) {
    return `its scheme is '${scheme}', expected http or https`;
  }
  if (authority === '') {
    return 'it has no host';
  }
  return /\s/.test(authority) ? 'there is a space in its host' : undefined;
}

/** Whether an address carries a password. */
export function hasPassword(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#@:]*:[^/?#@]+@/i.test(url);
}
