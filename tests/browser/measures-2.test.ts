import { measurePages } from './measure-pages';
import { places } from './pages';

measurePages(places.slice(Math.ceil(places.length / 2)));
