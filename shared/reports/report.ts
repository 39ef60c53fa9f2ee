/** The report as data: ordered blocks without layout. Writers (HTML, XLSX, JSON, CSV) add nothing to the content. */
export type CellValue = string | number | boolean | null;

export interface ReportColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean';
  readonly unit?: string;
  readonly decimals?: number;
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
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'figures'; readonly figures: readonly { readonly label: string; readonly value: string; readonly note: string }[] }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | {
      readonly kind: 'chart';
      readonly title: string;
      /** Words that say what the chart shows, for readers who cannot see it. */
      readonly description: string;
      readonly chart: 'stacked-bar' | 'bar' | 'timeline';
      readonly series: readonly {
        readonly name: string;
        readonly tone: ReportTone;
        readonly points: readonly { readonly label: string; readonly value: number; readonly start?: string; readonly end?: string }[];
      }[];
      readonly unit: string;
      /** Drawn as a line across the bars. */
      readonly limit?: { readonly label: string; readonly value: number };
    };

export type ReportTone = 'neutral' | 'good' | 'warning' | 'bad' | 'unknown';

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export interface Report {
  readonly title: string;
  readonly customer: string;
  readonly preset: ReportPreset;
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
