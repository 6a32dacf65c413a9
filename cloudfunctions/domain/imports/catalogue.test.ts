import { itemOf } from '../../../tests/support/world';
import { catalogueCells, catalogueRowOf } from './catalogue';

const code = 'elderly-allowance';
const [first, ...rest] = itemOf(code).materials;
if (!first) throw new Error('the item asks for no papers');

it('a paper that keeps its name keeps its picture, for which a cell has no room', () => {
  const item = { ...itemOf(code), materials: [{ ...first, picture: 'cloud://a' }, ...rest] };
  const cells = { ...catalogueCells(item), 材料: `新的一样｜原件\n${first.name}｜复印9份` };
  const read = catalogueRowOf(cells, new Map([[code, { item, rev: 0 }]]));
  expect(read).toMatchObject({
    row: {
      item: { materials: [{ name: '新的一样' }, { name: first.name, copies: 9, picture: 'cloud://a' }] },
    },
  });
  expect(read).not.toHaveProperty('row.item.materials.0.picture');
});
