import Taro from '@tarojs/taro';
import { limits } from 'contract/limits';
import { newRequestId } from './call';
import { CallError, offlineMessage } from './call-error';
import { privacyFault } from './privacy';
import type { SheetHere } from './sheet';

export async function addSheet(folder: string): Promise<SheetHere | undefined> {
  const file = await choose();
  if (!file) return undefined;
  if (file.size > limits.importBytes)
    throw new CallError('DEVICE', '这个文件太大了，请只留要导入的行，再选一次。', '');
  try {
    const cloudPath = `${folder}/${newRequestId()}.xlsx`;
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: file.path });
    return { fileId: fileID, name: file.name };
  } catch {
    throw new CallError('OFFLINE', offlineMessage, '');
  }
}

async function choose() {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] });
    return tempFiles[0];
  } catch (failure) {
    if (/cancel/.test(String(Object(failure).errMsg))) return undefined;
    const why = privacyFault(failure) ?? '没能打开聊天里的文件。请先把表格发给“文件传输助手”，再选一次。';
    throw new CallError('DEVICE', why, '');
  }
}
