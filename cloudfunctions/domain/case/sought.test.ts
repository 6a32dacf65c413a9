import { instantOf } from '../../../contract/time';
import { soughtBy } from './sought';

const now = instantOf('2026-11-23', '10:00');
const year = ['2611238176', '262611238176', '252611238176'];

describe('a number', () => {
  it.each([
    ['as it is stored', '2611238176'],
    ['as it is read over the phone', '26 1123 8176'],
    ['in full width', '２６　１１２３　８１７６'],
    ['with marks of every kind', '26-1123—8176'],
    ['with what is not seen', '26\u200B1123\u20608176'],
    ['as it is copied from a page', '编号 26 1123 8176'],
    ['with its colon', '办件编号：2611238176'],
  ])('%s', (_, text) => {
    expect(soughtBy(text, now)).toEqual({ numbers: year });
  });

  it('may be said without its year: this one, the last, or none at all', () => {
    expect(soughtBy('1123 8176', now).numbers).toEqual(['11238176', '2611238176', '2511238176']);
  });

  it.each(['8176', '2611', '一二三', ''])('%j is none', (text) => {
    expect(soughtBy(text, now).numbers).toEqual([]);
  });
});

describe('a phone', () => {
  it.each([
    ['154 0000 0456', '15400000456'],
    ['+86 154-0000-0456', '15400000456'],
    ['(0452) 555-0124', '04525550124'],
    ['0452-5550124转802', '04525550124'],
    ['４００-８００-１２３４', '4008001234'],
  ])('%s is dialled %s', (text, phone) => {
    expect(soughtBy(text, now).phone).toBe(phone);
  });

  it('of ten digits may be a number too', () => {
    expect(soughtBy('4008001234', now)).toMatchObject({
      phone: '4008001234',
      numbers: ['4008001234', '264008001234', '254008001234'],
    });
  });
});

describe('a name', () => {
  it.each([
    ['赵一示', '赵一示'],
    ['赵 一示', '赵一示'],
    ['趙一示', '赵一示'],
    ['买买提・艾力', '买买提艾力'],
    ['Li Ming', 'liming'],
  ])('%s', (text, key) => {
    expect(soughtBy(text, now)).toMatchObject({ name: { key }, numbers: [] });
  });

  it.each(['8176', '15400000456', '0452-5550124转802', '·'])('%s is none', (text) => {
    expect(soughtBy(text, now).name).toBeUndefined();
  });
});
