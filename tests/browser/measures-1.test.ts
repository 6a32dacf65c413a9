import { measurePages } from './measure-pages';
import { places } from './pages';

measurePages(places.slice(0, Math.ceil(places.length / 2)));
