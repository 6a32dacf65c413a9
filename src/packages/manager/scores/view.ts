import type { MetricKey } from 'contract/metrics';
import { createStore } from '@/hooks/store';
import type { Trend } from './range';

/** Which rate is looked into, and in which steps its trend goes; kept on the way down to a unit and back. */
export const chosenMetric = createStore<MetricKey>('satisfaction');
export const chosenStep = createStore<Trend>('month');
