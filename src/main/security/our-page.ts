/** True when the URL belongs to one of our origins, compared by parsed parts (look-alike hosts and credentials fail). */
export function isOurPage(url: string, origins: readonly string[]): boolean {
  try {
    const parsed = new URL(url);
    return origins.includes(`${parsed.protocol}//${parsed.host}`) && parsed.username === '' && parsed.password === '';
  } catch {
    return false;
  }
}
