/** The report as data: ordered blocks without layout. Writers (HTML, XLSX, JSON, CSV) add nothing to the content. */
export type CellValue = string | number | boolean | null;

export interface ReportColumn {
  readonly key: string;
  readonly title: string;
  /** A `date` is an instant (UTC, ISO); writers show it as the wall clock of `timeZone`. */
  readonly kind: 'text' | 'number' | 'date' | 'boolean';
  readonly unit?: string;
  readonly decimals?: number;
  /** Zone of a date; its name stands in the header. UTC when absent. */
  readonly timeZone?: string;
  /** What an empty cell means: nobody knows (the default), or there is none. */
  readonly empty?: 'unknown' | 'none';
  /** Cell texts that carry a judgement, so that writers can mark them beside the word. */
  readonly tones?: Readonly<Record<string, ReportTone>>;
  /** Identifiers and hashes. */
  readonly isCode?: boolean;
  /** Left out where the table is printed: identifiers, and what would make it too wide to read. */
  readonly isDataOnly?: boolean;
  /** A person fills it in: the workbook offers these choices, or free text for an empty list. */
  readonly choices?: readonly string[];
}

export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Shown where there are no rows; says what that means. */
  readonly emptyText: string;
  /** Only in workbook, JSON and CSV; HTML says how many rows there are. */
  readonly isDataOnly?: boolean;
  /** Name of its sheet in the workbook. Without one the table only repeats, for the eye, what another table holds. */
  readonly sheet?: string;
  /** Where its data come from and of when they are. */
  readonly source?: string;
  /** HTML shows so many rows and says where the others are. */
  readonly mostPrintedRows?: number;
}

export interface ReportFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly tone?: ReportTone;
}

export interface ReportPoint {
  readonly label: string;
  readonly value: number;
  readonly start?: string;
  readonly end?: string;
  /** The limit that holds for this bar alone; drawn as a line across it. */
  readonly limit?: number;
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly startsPage?: boolean }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered?: boolean; readonly items: readonly string[] }
  /** Something that must not be overlooked. */
  | { readonly kind: 'note'; readonly tone: ReportTone; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly ReportFact[] }
  | { readonly kind: 'figures'; readonly figures: readonly ReportFigure[]; readonly source?: string }
  | { readonly kind: 'table'; readonly table: ReportTable }
  /** Lines to be signed on paper. */
  | { readonly kind: 'signatures'; readonly title: string; readonly lines: readonly string[] }
  | ReportChart;

export interface ReportFact {
  readonly label: string;
  readonly value: string;
  readonly isCode?: boolean;
}

export interface ReportChart {
  readonly kind: 'chart';
  readonly title: string;
  /** Words that say what the chart shows, for readers who cannot see it. */
  readonly description: string;
  readonly chart: 'stacked-bar' | 'bar' | 'timeline';
  readonly series: readonly { readonly name: string; readonly tone: ReportTone; readonly points: readonly ReportPoint[] }[];
  readonly unit: string;
  /** Drawn as a line across the bars. */
  readonly limit?: { readonly label: string; readonly value: number };
  /** Where its data come from and of when they are. */
  readonly source?: string;
}

export type ReportTone = 'neutral' | 'good' | 'warning' | 'bad' | 'unknown';

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** Appendices are lettered, the cover and what belongs to it is not counted at all. */
  readonly place?: 'cover' | 'appendix';
  readonly blocks: readonly ReportBlock[];
}

export interface Report {
  readonly title: string;
  readonly customer: string;
  readonly preset: ReportPreset;
  /** Stands above the title where it is none of the presets. */
  readonly kindTitle?: string;
  readonly isSample: boolean;
  /** State of the data, not the clock: the time of the last entry that is in it. */
  readonly stateAt: string;
  readonly stateHash: string;
  readonly appVersion: string;
  readonly ruleSetVersion: string;
  readonly timeZone: string;
  readonly sections: readonly ReportSection[];
}

export type ReportPreset = 'assessment' | 'wave-plan' | 'completion';
export type ReportFormat = 'html' | 'xlsx' | 'json' | 'csv';

export const REPORT_TITLES: Readonly<Record<ReportPreset, string>> = {
  assessment: 'Migration assessment',
  'wave-plan': 'Wave plan',
  completion: 'Completion report',
};

/** Every table of a report in reading order, also those that are only data. */
export function tablesOf(report: Report): ReportTable[] {
  return report.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])));
}
