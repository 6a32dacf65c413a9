import Taro from '@tarojs/taro';
import type { Link } from 'contract/actions/metrics';
import { CallError, offlineMessage } from './call-error';
import type { FileHere } from './file';

/** WeChat shows a sheet, with a menu to send it on. It shows no CSV: that is handed on, which it allows in a tap alone. */
export async function fetchFile({ url, name }: Link): Promise<FileHere> {
  // Named, so that whoever gets it sees what it is.
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    const { statusCode } = await Taro.downloadFile({ url, filePath });
    if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`);
  } catch (failure) {
    console.error(failure);
    throw new CallError('OFFLINE', offlineMessage, '');
  }
  if (!name.endsWith('.xlsx'))
    return { share: () => void Taro.shareFileMessage({ filePath, fileName: name }).catch(() => undefined) };
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
  return {};
}
