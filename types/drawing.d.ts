import 'csstype';

// The picture of what is `drawn` (app.scss): Taro drops a mask from inline styles, and hands a custom property on.
declare module 'csstype' {
  interface Properties {
    '--drawing'?: string;
  }
}
