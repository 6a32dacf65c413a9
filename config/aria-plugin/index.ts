import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { ariaComponents } from './attributes';

interface MiniPlatform {
  runtimePath: string | string[];
  template: {
    mergeComponents(ctx: IPluginContext, components: object): void;
    replacePropName(name: string, value: string, ...rest: string[]): string;
  };
}

/** A Taro plugin: aria attributes reach WeChat's templates (build time) and its data (run time, `./runtime`). */
export default function ariaPlugin(ctx: IPluginContext) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      // H5 has no templates: the DOM takes aria attributes as they are.
      if (!platform.template) return;
      const { template } = platform;
      template.mergeComponents(ctx, ariaComponents);
      const replacePropName = template.replacePropName.bind(template);
      template.replacePropName = (name, value, ...rest) =>
        name === 'role' ? 'aria-role' : replacePropName(name, value, ...rest);
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime')].flat();
    },
  });
}
