import { serve } from '../kit/serve';
import { detail } from './detail';
import { list } from './list';
import { search } from './search';

export const main = serve('catalog', { list, search, detail });
