import { expect, test } from 'vitest';

import { evidenceText } from '../../../../renderer/features/checklist/evidence-text.ts';

test('UTF-8 with or without its mark, and UTF-16 as PowerShell writes it, become the same letters', () => {
  const text = 'Prüfung: 3 € bezahlt\r\n';
  const utf8 = new TextEncoder().encode(text);
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const bigEndian = Buffer.from(utf16).swap16();
  for (const bytes of [utf8, Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), utf16, bigEndian])
    expect(evidenceText(bytes, true)).toEqual({ text, isCut: false });
});

test('a long file is cut and says so, and half a letter at the end is left out', () => {
  const long = evidenceText(new TextEncoder().encode('a'.repeat(100_001)), true);
  expect([long.text.length, long.isCut]).toEqual([100_000, true]);
  const piece = new TextEncoder().encode('price 3 €').slice(0, -1);
  expect(evidenceText(piece, false)).toEqual({ text: 'price 3 ', isCut: true });
});
