import { measurePages } from './measure-pages';

measurePages('elder');
