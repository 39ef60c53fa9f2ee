import type { EstimateView, MachineSizingView, WaveForecastView } from '../contract/sizing-shapes.ts';
import type { Estimate } from '../sizing/estimate.ts';
import type { WaveForecast } from '../sizing/forecast-waves.ts';
import type { MachineSizing } from '../sizing/size-machine.ts';

export function machineSizingView({ size, disks, delta, initialReplication, cutover }: MachineSizing): MachineSizingView {
  const { needs: _needs, ...shown } = size;
  return {
    size: { ...shown, problems: [...size.problems], missing: [...size.missing] },
    disks: disks.map((disk) => ({ ...disk })),
    delta: estimateView(delta),
    initialReplication: estimateView(initialReplication),
    cutover: estimateView(cutover),
  };
}

export function forecastView(forecast: WaveForecast): WaveForecastView {
  const { sizes, delta, initialReplication, cutover, batch, appliances, ...counts } = forecast;
  return {
    ...counts,
    sizes: sizes.map((size) => ({ ...size })),
    delta: estimateView(delta),
    initialReplication: estimateView(initialReplication),
    cutover: estimateView(cutover),
    batch: batch === null ? null : estimateView(batch),
    appliances: appliances === null ? null : estimateView(appliances),
  };
}

function estimateView(estimate: Estimate): EstimateView {
  return { ...estimate, inputs: estimate.inputs.map((one) => ({ ...one })), missing: [...estimate.missing] };
}
