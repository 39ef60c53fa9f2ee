/**
 * Azure machine sizes that Landfall proposes and checks: what each holds. Not every size of Azure, and not every region has
 * each; the compute service decides. Figures as read from the size articles of Azure, dates beside the series.
 */
export interface SizeSeries {
  readonly series: string;
  /** Firmware generations a machine of this series can have. */
  readonly generations: readonly (1 | 2)[];
  readonly use: 'general' | 'memory' | 'compute' | 'burstable' | 'large-memory' | 'older';
  readonly hasPremiumDisks: boolean;
  /** Date of the article, ISO, and its address. */
  readonly date: string;
  readonly url: string;
  /** [name without `Standard_`, vCPU, memory GiB, most data disks, most network adapters, temporary disk GiB] */
  readonly sizes: readonly (readonly [string, number, number, number, number, number])[];
}

const SIZES = 'https://learn.microsoft.com/azure/virtual-machines/sizes/';

export const sizeSeries: readonly SizeSeries[] = [
  {
    series: 'Bv1',
    generations: [1, 2],
    use: 'burstable',
    hasPremiumDisks: true,
    date: '2024-07-29',
    url: `${SIZES}general-purpose/bv1-series`,
    sizes: [
      ['B1s', 1, 1, 2, 2, 4],
      ['B1ms', 1, 2, 2, 2, 4],
      ['B2s', 2, 4, 4, 3, 8],
      ['B2ms', 2, 8, 4, 3, 16],
      ['B4ms', 4, 16, 8, 4, 32],
      ['B8ms', 8, 32, 16, 4, 64],
      ['B12ms', 12, 48, 16, 6, 96],
      ['B16ms', 16, 64, 32, 8, 128],
      ['B20ms', 20, 80, 32, 8, 160],
    ],
  },
  {
    series: 'Fsv2',
    generations: [1, 2],
    use: 'compute',
    hasPremiumDisks: true,
    date: '2024-07-30',
    url: `${SIZES}compute-optimized/fsv2-series`,
    sizes: [
      ['F2s_v2', 2, 4, 4, 2, 16],
      ['F4s_v2', 4, 8, 8, 2, 32],
      ['F8s_v2', 8, 16, 16, 4, 64],
      ['F16s_v2', 16, 32, 32, 4, 128],
      ['F32s_v2', 32, 64, 32, 8, 256],
      ['F48s_v2', 48, 96, 32, 8, 384],
      ['F64s_v2', 64, 128, 32, 8, 512],
      ['F72s_v2', 72, 144, 32, 8, 576],
    ],
  },
  {
    series: 'Dsv5',
    generations: [1, 2],
    use: 'general',
    hasPremiumDisks: true,
    date: '2024-07-29',
    url: `${SIZES}general-purpose/dsv5-series`,
    sizes: [
      ['D2s_v5', 2, 8, 4, 2, 0],
      ['D4s_v5', 4, 16, 8, 2, 0],
      ['D8s_v5', 8, 32, 16, 4, 0],
      ['D16s_v5', 16, 64, 32, 8, 0],
      ['D32s_v5', 32, 128, 32, 8, 0],
      ['D48s_v5', 48, 192, 32, 8, 0],
      ['D64s_v5', 64, 256, 32, 8, 0],
      ['D96s_v5', 96, 384, 32, 8, 0],
    ],
  },
  {
    series: 'Ddsv5',
    generations: [1, 2],
    use: 'general',
    hasPremiumDisks: true,
    date: '2024-07-29',
    url: `${SIZES}general-purpose/ddsv5-series`,
    sizes: [
      ['D2ds_v5', 2, 8, 4, 2, 75],
      ['D4ds_v5', 4, 16, 8, 2, 150],
      ['D8ds_v5', 8, 32, 16, 4, 300],
      ['D16ds_v5', 16, 64, 32, 8, 600],
      ['D32ds_v5', 32, 128, 32, 8, 1200],
      ['D48ds_v5', 48, 192, 32, 8, 1800],
      ['D64ds_v5', 64, 256, 32, 8, 2400],
      ['D96ds_v5', 96, 384, 32, 8, 3600],
    ],
  },
  {
    series: 'Esv5',
    generations: [1, 2],
    use: 'memory',
    hasPremiumDisks: true,
    date: '2024-07-29',
    url: `${SIZES}memory-optimized/esv5-series`,
    sizes: [
      ['E2s_v5', 2, 16, 4, 2, 0],
      ['E4s_v5', 4, 32, 8, 2, 0],
      ['E8s_v5', 8, 64, 16, 4, 0],
      ['E16s_v5', 16, 128, 32, 8, 0],
      ['E20s_v5', 20, 160, 32, 8, 0],
      ['E32s_v5', 32, 256, 32, 8, 0],
      ['E48s_v5', 48, 384, 32, 8, 0],
      ['E64s_v5', 64, 512, 32, 8, 0],
      ['E96s_v5', 96, 672, 32, 8, 0],
      ['E104is_v5', 104, 672, 64, 8, 0],
    ],
  },
  {
    series: 'Edsv5',
    generations: [1, 2],
    use: 'memory',
    hasPremiumDisks: true,
    date: '2021-10-20',
    url: `${SIZES}memory-optimized/edsv5-series`,
    sizes: [
      ['E2ds_v5', 2, 16, 4, 2, 75],
      ['E4ds_v5', 4, 32, 8, 2, 150],
      ['E8ds_v5', 8, 64, 16, 4, 300],
      ['E16ds_v5', 16, 128, 32, 8, 600],
      ['E20ds_v5', 20, 160, 32, 8, 750],
      ['E32ds_v5', 32, 256, 32, 8, 1200],
      ['E48ds_v5', 48, 384, 32, 8, 1800],
      ['E64ds_v5', 64, 512, 32, 8, 2400],
      ['E96ds_v5', 96, 672, 32, 8, 3600],
      ['E104ids_v5', 104, 672, 64, 8, 3800],
    ],
  },
  {
    series: 'Easv5',
    generations: [1, 2],
    use: 'memory',
    hasPremiumDisks: true,
    date: '2021-10-08',
    url: `${SIZES}memory-optimized/easv5-series`,
    sizes: [
      ['E2as_v5', 2, 16, 4, 2, 0],
      ['E4as_v5', 4, 32, 8, 2, 0],
      ['E8as_v5', 8, 64, 16, 4, 0],
      ['E16as_v5', 16, 128, 32, 8, 0],
      ['E20as_v5', 20, 160, 32, 8, 0],
      ['E32as_v5', 32, 256, 32, 8, 0],
      ['E48as_v5', 48, 384, 32, 8, 0],
      ['E64as_v5', 64, 512, 32, 8, 0],
      ['E96as_v5', 96, 672, 32, 8, 0],
    ],
  },
  {
    series: 'Dsv3',
    generations: [1, 2],
    use: 'older',
    hasPremiumDisks: true,
    date: '2020-02-03',
    url: `${SIZES}general-purpose/dsv3-series`,
    sizes: [
      ['D2s_v3', 2, 8, 4, 2, 16],
      ['D4s_v3', 4, 16, 8, 2, 32],
      ['D8s_v3', 8, 32, 16, 4, 64],
      ['D16s_v3', 16, 64, 32, 8, 128],
      ['D32s_v3', 32, 128, 32, 8, 256],
      ['D48s_v3', 48, 192, 32, 8, 384],
      ['D64s_v3', 64, 256, 32, 8, 512],
    ],
  },
  {
    series: 'Dv3',
    generations: [1],
    use: 'older',
    hasPremiumDisks: false,
    date: '2020-02-03',
    url: `${SIZES}general-purpose/dv3-series`,
    sizes: [
      ['D2_v3', 2, 8, 4, 2, 50],
      ['D4_v3', 4, 16, 8, 2, 100],
      ['D8_v3', 8, 32, 16, 4, 200],
      ['D16_v3', 16, 64, 32, 8, 400],
      ['D32_v3', 32, 128, 32, 8, 800],
      ['D48_v3', 48, 192, 32, 8, 1200],
      ['D64_v3', 64, 256, 32, 8, 1600],
    ],
  },
  {
    series: 'Msv2',
    generations: [2],
    use: 'large-memory',
    hasPremiumDisks: true,
    date: '2022-12-20',
    url: `${SIZES}memory-optimized/msv2-mdsv2-series`,
    sizes: [
      ['M32ms_v2', 32, 875, 32, 8, 0],
      ['M64s_v2', 64, 1024, 64, 8, 0],
      ['M64ms_v2', 64, 1792, 64, 8, 0],
      ['M128s_v2', 128, 2048, 64, 8, 0],
      ['M128ms_v2', 128, 3892, 64, 8, 0],
    ],
  },
  {
    series: 'Mv2',
    generations: [2],
    use: 'large-memory',
    hasPremiumDisks: true,
    date: '2020-04-07',
    url: `${SIZES}memory-optimized/mv2-series`,
    sizes: [
      ['M208s_v2', 208, 2850, 64, 8, 4096],
      ['M208ms_v2', 208, 5700, 64, 8, 4096],
      ['M416s_v2', 416, 5700, 64, 8, 8192],
      ['M416ms_v2', 416, 11_400, 64, 8, 8192],
    ],
  },
];
