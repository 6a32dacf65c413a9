import { measurePages } from './measure-pages';

measurePages('standard');
