import { expect, test } from 'vitest';

import { projectFiles, readProjectFile } from './source-files.ts';

const product = projectFiles().filter((file) => /^(?:electron|renderer|shared)\/.*\.tsx?$/.test(file));
const dated = product.filter((file) => /^shared\/(?:readiness|sizing)\/[^/]+\.data\.ts$/.test(file));

test('every dated figure and table is asked by some rule or forecast', () => {
  expect(dated.length).toBeGreaterThan(5);
  const unused = dated.flatMap((file) => {
    const others = product.filter((other) => other !== file).map(readProjectFile);
    const names = [...readProjectFile(file).matchAll(/^export const (\w+)/gm)].map((match) => match[1] ?? '');
    return names.filter((name) => !others.some((text) => text.includes(name))).map((name) => `${file}: ${name}`);
  });
  expect(unused).toEqual([]);
});
