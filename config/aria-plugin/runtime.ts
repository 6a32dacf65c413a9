import { mergeInternalComponents } from '@tarojs/shared';
import { ariaComponents } from './attributes';

// Bundled into the mini-program: teaches Taro's runtime the attributes that the templates were given.
mergeInternalComponents(ariaComponents);
