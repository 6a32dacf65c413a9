import { serve } from '../kit/serve';
import { exportTable } from './export';
import { form } from './form';
import { overview } from './overview';
import { pack } from './pack';
import { persons } from './persons';
import { setRanking } from './set-ranking';

export const main = serve('metrics', { overview, persons, setRanking, export: exportTable, pack, form });
