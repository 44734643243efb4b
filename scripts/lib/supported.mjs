/** Electron's maintainers keep the newest three stable majors safe (electronjs.org, "Supported versions"). */
const SUPPORTED_MAJORS = 3;

/** @param {string} version e.g. `45.4.1` */
const majorOf = (version) => Number(/^(\d+)\.\d+\.\d+$/.exec(version)?.[1] ?? Number.NaN);

/**
 * Whether a pinned Electron still gets security fixes.
 * @param {string} pinned exact version in package.json; a range is no pin
 * @param {string} newest newest stable version in the registry
 * @returns {{ ok: boolean, words: string }}
 */
export function supportOf(pinned, newest) {
  const [own, latest] = [majorOf(pinned), majorOf(newest)];
  if (Number.isNaN(own)) return { ok: false, words: `electron must be pinned to an exact version, not ${pinned}` };
  if (Number.isNaN(latest)) return { ok: true, words: `the registry named no stable Electron (${newest})` };
  const oldest = latest - SUPPORTED_MAJORS + 1;
  return own >= oldest
    ? { ok: true, words: `Electron ${pinned} is supported (newest ${newest}, supported from ${oldest})` }
    : {
        ok: false,
        words: `Electron ${pinned} gets no security fixes any more: raise it to ${oldest} or newer (newest ${newest})`,
      };
}
