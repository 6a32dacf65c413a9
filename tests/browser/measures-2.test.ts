import { measurePages } from './measure-pages';

measurePages(2);
