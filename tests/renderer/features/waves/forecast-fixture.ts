import type { EstimateView, WaveForecastView } from '../../../../shared/contract/sizing-shapes.ts';

const NO_ESTIMATE: EstimateView = { low: null, likely: null, high: null, unit: '', inputs: [], formula: '', source: '', missing: [] };

/** A forecast that says nothing, for waves in tests about something else. */
export const NO_FORECAST: WaveForecastView = {
  sizes: [],
  cores: 0,
  unsizedCount: 0,
  delta: NO_ESTIMATE,
  initialReplication: NO_ESTIMATE,
  cutover: NO_ESTIMATE,
  batch: null,
  appliances: null,
};
