import Taro from '@tarojs/taro';
import { newRequestId } from './call';
import { CallError } from './call-error';
import { privacyFault } from './privacy';

interface ChosenPhoto {
  name: string;
  size: number;
  /** the phone's own path to it */
  body: string;
}

/** Smaller ones: a weak signal carries them. */
export async function choosePhotos(count: number): Promise<ChosenPhoto[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    return tempFiles.map(({ tempFilePath: body, size }) => ({ name: nameOf(body), size, body }));
  } catch (failure) {
    if (/cancel/.test(String(Object(failure).errMsg))) return [];
    const why = privacyFault(failure) ?? '没能打开相机或相册。请在微信设置里让它用，或者不放照片。';
    throw new CallError('DEVICE', why, '');
  }
}

function nameOf(path: string): string {
  const end = /\.(jpe?g|png|webp)$/i.exec(path)?.[1] ?? 'jpg';
  return `${newRequestId()}.${end.toLowerCase()}`;
}

export async function sendPhoto(cloudPath: string, { body }: ChosenPhoto): Promise<string> {
  const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: body });
  return fileID;
}

/** An Image takes a cloud file's id as it is. */
export async function photoUrl(fileId: string): Promise<string> {
  return fileId;
}

export async function removePhoto(fileId: string): Promise<void> {
  await Taro.cloud.deleteFile({ fileList: [fileId] }).catch(() => undefined);
}
