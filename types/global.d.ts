/// <reference types="@tarojs/taro" />

declare module '*.png' {
  const url: string;
  export default url;
}
declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    /** The platform being built. */
    TARO_ENV: 'weapp' | 'h5';
    NODE_ENV: 'development' | 'production' | 'test';
    /** The CloudBase environment that a deployment fills in; empty means the one bound to the appid. */
    TARO_APP_CLOUD_ENV?: string;
  }
}
