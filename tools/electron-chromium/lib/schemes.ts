/**
 * The application's own schemes. Chromium cannot be taught a scheme over the DevTools protocol, so `app://host/path` is
 * shown to it as `http://host.app.localhost/path` (a secure context), which resolves to a server in this process.
 */

/** Translates addresses between the two forms. */
export class Schemes {
  private readonly names = new Set<string>();

  /** Makes a scheme known. */
  add(name: string): void {
    this.names.add(name.toLowerCase());
  }

  list(): string[] {
    return [...this.names];
  }

  /** `app://host/path` as Chromium sees it; any other address unchanged. */
  toWeb(url: string): string {
    const match = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
    const name = match?.[1]?.toLowerCase();
    if (!match || name === undefined || !this.names.has(name)) return url;
    return `http://${(match[2] || 'no-host').toLowerCase()}.${name}.localhost${match[3] || '/'}`;
  }

  /** What Chromium sees, as the application knows it; any other address unchanged. */
  fromWeb(url: string): string {
    const match = /^http:\/\/([^/?#:]+)\.([a-z][a-z0-9+-]*)\.localhost(?=[/?#]|$)(.*)$/is.exec(url);
    const name = match?.[2];
    if (!match || name === undefined || !this.names.has(name)) return url;
    return `${name}://${match[1] === 'no-host' ? '' : match[1]}${match[3]}`;
  }

  /** The origin of an address in the application's terms; `null` as text for opaque ones. */
  origin(url: string): string {
    if (!URL.canParse(url)) return 'null';
    const { protocol, host, origin } = new URL(url);
    return this.names.has(protocol.slice(0, -1)) ? `${protocol}//${host}` : origin;
  }

  /** A Content-Security-Policy's sources, translated for Chromium. */
  policyToWeb(policy: string): string {
    return policy.replace(/(^|[\s;])([a-z][a-z0-9+-]*):(\/\/[^\s;]*)?(?=[\s;]|$)/gi, (whole, before, name, rest) => {
      if (!this.names.has(String(name).toLowerCase())) return whole;
      return rest
        ? `${before}${this.toWeb(`${name}:${rest}`).replace(/\/$/, '')}`
        : `${before}http://*.${name}.localhost`;
    });
  }

  /** Response headers for Chromium: policies and redirects translated. */
  headerToWeb(name: string, value: string): string {
    if (/^content-security-policy/i.test(name)) return this.policyToWeb(value);
    return /^location$/i.test(name) ? this.toWeb(value) : value;
  }
}

export const schemes = new Schemes();
