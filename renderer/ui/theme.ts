import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/** One accent: the blue-green of deep water. Steps checked for contrast with the text that Fluent puts on them. */
const water: BrandVariants = {
  10: '#02070B',
  20: '#0B1D28',
  30: '#0D2F42',
  40: '#0D3D56',
  50: '#0C4B6A',
  60: '#0B597E',
  70: '#0F678F',
  80: '#1575A0',
  90: '#3A87AF',
  100: '#5698BD',
  110: '#6FA9CA',
  120: '#88BAD7',
  130: '#A0CBE3',
  140: '#B8DCEF',
  150: '#D1EBF8',
  160: '#EAF7FD',
};

// Segoe UI exists on Windows only and may not be shipped; widths are flexible for the others.
const fontFamilyBase = "'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', sans-serif";
const fontFamilyMonospace = "Consolas, 'Cascadia Mono', Menlo, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace";
const fontFamilyNumeric = fontFamilyBase;

export const lightTheme: Theme = { ...createLightTheme(water), fontFamilyBase, fontFamilyMonospace, fontFamilyNumeric };

export const darkTheme: Theme = {
  ...createDarkTheme(water),
  fontFamilyBase,
  fontFamilyMonospace,
  fontFamilyNumeric,
  colorBrandForeground1: water[120],
  colorBrandForegroundLink: water[120],
  colorCompoundBrandForeground1: water[120],
};
