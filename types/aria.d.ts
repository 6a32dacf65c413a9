import '@tarojs/components';

// What config/aria-plugin passes on to WeChat and H5's DOM takes as it is.
declare module '@tarojs/components' {
  interface StandardProps {
    role?: string;
    'aria-label'?: string;
    'aria-labelledby'?: string;
    'aria-describedby'?: string;
    'aria-hidden'?: boolean;
    'aria-checked'?: boolean;
    'aria-selected'?: boolean;
    'aria-expanded'?: boolean;
    'aria-disabled'?: boolean;
    'aria-busy'?: boolean;
    'aria-current'?: string;
    'aria-invalid'?: boolean;
    'aria-required'?: boolean;
    'aria-live'?: 'polite' | 'assertive';
    'aria-level'?: number;
  }
}
