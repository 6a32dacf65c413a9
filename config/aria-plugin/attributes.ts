/**
 * What WeChat's templates must pass on so that a screen reader hears it. Taro 4.2 writes none of it.
 * `role` is written `aria-role` in WXML; components use the one word, `role`, on both platforms.
 *
 * A template stands in the main package some thirty times, for each depth: what no component says is not in it
 * (`tests/house/aria.test.ts`).
 */
const said = {
  View: [
    'role',
    'aria-label',
    'aria-hidden',
    'aria-checked',
    'aria-disabled',
    'aria-busy',
    'aria-current',
    'aria-invalid',
    'aria-level',
  ],
  Button: ['aria-label', 'aria-expanded', 'aria-busy', 'aria-current'],
  Input: ['aria-label', 'aria-invalid', 'aria-required'],
  Textarea: ['aria-label', 'aria-invalid', 'aria-required'],
};

/** Taro component → attributes to add. The build and the run time must merge the very same table: both number it. */
export const ariaComponents: Record<string, Record<string, ''>> = Object.fromEntries(
  Object.entries(said).map(([component, names]) => [
    component,
    Object.fromEntries(names.map((name) => [name, ''])),
  ]),
);
