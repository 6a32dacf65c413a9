import Taro from '@tarojs/taro';
import { Icon } from '../icon';
import { Press } from '../press';

export function Header({ title, isRoot }: { title: string; isRoot: boolean }) {
  return (
    <header className="page-header">
      {!isRoot && (
        <Press className="page-back" label="返回" onPress={goBack}>
          <Icon name="back" />
        </Press>
      )}
      <h1 className="page-title">{title}</h1>
    </header>
  );
}

function goBack() {
  // A page opened by its address has nothing behind it.
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else Taro.switchTab({ url: '/pages/home/index' });
}
