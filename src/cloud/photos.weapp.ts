import Taro from '@tarojs/taro';
import { newRequestId } from './call';
import { CallError, offlineMessage } from './call-error';
import { privacyFault } from './privacy';

export async function addPhotos(folder: string, most: number): Promise<string[]> {
  const paths = await choose(most);
  try {
    return await Promise.all(paths.map((path) => upload(folder, path)));
  } catch {
    throw new CallError('OFFLINE', offlineMessage, '');
  }
}

/** Smaller ones: they show what happened, and a weak signal carries them. */
async function choose(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    return tempFiles.map(({ tempFilePath }) => tempFilePath);
  } catch (failure) {
    if (/cancel/.test(String(Object(failure).errMsg))) return [];
    const why = privacyFault(failure) ?? '没能打开相机或相册。请在微信设置里让它用，或者不放照片。';
    throw new CallError('DEVICE', why, '');
  }
}

async function upload(folder: string, filePath: string): Promise<string> {
  const end = /\.(jpe?g|png|webp)$/i.exec(filePath)?.[1] ?? 'jpg';
  const cloudPath = `${folder}/${newRequestId()}.${end.toLowerCase()}`;
  const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath });
  return fileID;
}

/** An Image takes a cloud file's id as it is. */
export async function photoUrl(fileId: string): Promise<string> {
  return fileId;
}

export async function removePhoto(fileId: string): Promise<void> {
  await Taro.cloud.deleteFile({ fileList: [fileId] }).catch(() => undefined);
}
