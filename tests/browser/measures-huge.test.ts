import { measurePages } from './measure-pages';

measurePages('huge');
