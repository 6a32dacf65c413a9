/**
 * What WeChat's templates must pass on so that a screen reader hears it. Taro 4.2 writes none of it.
 * `role` is written `aria-role` in WXML; components use the one word, `role`, on both platforms.
 */
const aria = Object.fromEntries(
  [
    'role',
    'aria-label',
    'aria-labelledby',
    'aria-describedby',
    'aria-hidden',
    'aria-checked',
    'aria-selected',
    'aria-expanded',
    'aria-disabled',
    'aria-busy',
    'aria-current',
    'aria-invalid',
    'aria-required',
    'aria-live',
    'aria-level',
  ].map((name) => [name, '']),
);

/** Taro component → attributes to add. The build and the run time must merge the very same table: both number it. */
export const ariaComponents = Object.fromEntries(
  ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'ScrollView'].map((name) => [name, aria]),
);
