import type { ServiceItem } from '../../../contract/models';

/** 看样子: the pictures of an item's papers, by their cloud file ids. */
export const picturesOf = ({ materials }: Pick<ServiceItem, 'materials'>): string[] =>
  materials.flatMap(({ picture }) => picture ?? []);

/** The item of which a picture is, by where it lies: `samples/<code>/<who put it there>/<file>`. */
export const codeOfPicture = (picture: string): string => picture.split('/').at(-3) ?? '';
