import Taro from '@tarojs/taro';

/** A version that came while the mini-program was open: the person says when it begins. Drafts are on the phone, and stay. */
export function offerUpdate(): void {
  const updates = Taro.getUpdateManager();
  updates.onUpdateReady(() => {
    void Taro.showModal({
      title: '有新版本了',
      content: '重新打开就能用，写了一半的都还在。',
      confirmText: '重新打开',
      cancelText: '等一会儿',
    }).then(({ confirm }) => {
      if (confirm) updates.applyUpdate();
    });
  });
}
