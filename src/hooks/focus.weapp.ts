import Taro from '@tarojs/taro';

// WeChat lets a page scroll; its screen reader keeps a place of its own.

export function goToFault() {
  goToPart('.field-error-words');
}

export function goToPart(selector: string) {
  // What it is about stays in view above it.
  Taro.nextTick(() => void Taro.pageScrollTo({ selector, offsetTop: -120, duration: 0 }));
}

export function goToTop() {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
}

export function goToTitle() {
  // WeChat draws the title and reads it.
}

export function goToNearest() {
  // A phone has no list beside a page.
}
