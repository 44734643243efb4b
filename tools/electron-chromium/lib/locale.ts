/** The user's languages, from the environment as on Linux. */

/**
 * Lists the preferred languages, best first.
 * @param env the environment: LANGUAGE, LC_ALL, LC_MESSAGES and LANG are read
 * @param chosen Chromium's `--lang` switch, which wins
 * @returns BCP 47 tags, never none
 */
export function preferredLanguages(env: NodeJS.ProcessEnv, chosen: string | undefined): string[] {
  const posix = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const names = [chosen ?? '', ...(env['LANGUAGE'] ?? '').split(':'), posix];
  const tags = names
    .map((text) => text.replace(/[.@].*$/, '').replaceAll('_', '-'))
    .filter((t) => /^[a-z]{2,3}\b/i.test(t));
  return tags.length > 0 ? [...new Set(tags)] : ['en-US'];
}
