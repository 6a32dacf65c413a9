import Taro from '@tarojs/taro';
import { useState } from 'react';
import { privacyFault } from '@/cloud/privacy';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';

export function PrintBar({ name, png }: { name: string; png?: string }) {
  const [said, setSaid] = useState<{ fault?: string }>();
  if (!png) return null;
  const save = async () => {
    try {
      const filePath = `${Taro.env.USER_DATA_PATH}/code.png`;
      Taro.getFileSystemManager().writeFileSync(filePath, png, 'base64');
      await Taro.saveImageToPhotosAlbum({ filePath });
      setSaid({});
    } catch (failure) {
      setSaid({ fault: privacyFault(failure) ?? '没有存进相册，请在手机设置里允许微信用相册，再试一次。' });
    }
  };
  return (
    <>
      <FieldError id="code-saved">{said?.fault}</FieldError>
      <Button look="main" icon={said && !said.fault ? 'tick' : 'paper'} onPress={() => void save()}>
        {said && !said.fault ? `${name}的码存好了` : '存进相册，拿去打印'}
      </Button>
    </>
  );
}
