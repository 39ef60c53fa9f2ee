/** Compares dotted versions part by part as numbers: 8.10 is later than 8.9. A missing part counts as 0. */
export function compareVersions(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isOlderThan(version: string, limit: string): boolean {
  return compareVersions(version, limit) < 0;
}

/** Whether a text holds a version at all; "custom build" does not. */
export function isVersion(text: string): boolean {
  return /^\D*\d/.test(text);
}

/** Numbers of a version such as `8.5`, `4.18.0-305.30.1.el8_4` or `v2.0.9214.0`, in order. */
function partsOf(version: string): number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
