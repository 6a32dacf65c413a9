import Taro from '@tarojs/taro';
import type { Link } from 'contract/actions/metrics';
import { CallError, offlineMessage } from './call-error';
import type { FileHere } from './file';

/** WeChat shows a sheet, with a menu to send it on. It shows no CSV: that is handed on, which it allows in a tap alone. */
export async function fetchFile({ url, name }: Link): Promise<FileHere> {
  // Named, so that the contact who gets it sees what it is.
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  await download(url, filePath);
  if (!name.endsWith('.xlsx'))
    return { share: () => void Taro.shareFileMessage({ filePath, fileName: name }).catch(() => undefined) };
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true }).catch(() => {
    throw new CallError('DEVICE', '文件取到了，可是这台手机打不开表格。请换一台手机，或在电脑上取。', '');
  });
  return {};
}

export const keepWords = '发到微信聊天里存着';

export async function keepText(name: string, text: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    // At once: WeChat hands a file on inside the tap alone.
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName: name });
    return true;
  } catch (failure) {
    if (/cancel/.test(String(Object(failure).errMsg))) return false;
    throw new CallError('DEVICE', '微信没让发文件。请点下面的“复制”，粘贴到“文件传输助手”里存着。', '');
  }
}

async function download(url: string, filePath: string): Promise<void> {
  const { statusCode } = await Taro.downloadFile({ url, filePath }).catch((failure: unknown) => {
    throw fault(String(Object(failure).errMsg ?? failure));
  });
  if (statusCode === 200) return;
  // The link is good for some minutes.
  throw new CallError('DEVICE', '这个文件过期了，请再取一次。', '');
}

/** What WeChat says of a download that it did not make. Sources: wx.downloadFile, 服务器域名. */
function fault(said: string): CallError {
  if (/domain list/.test(said))
    return new CallError(
      'DEVICE',
      '微信不让从这里下载，请告诉区里的管理员：downloadFile 合法域名里要加上云存储。',
      '',
    );
  if (/exceed|maximum size|storage limit/.test(said))
    return new CallError('DEVICE', '手机里放不下了，请清理一下再取。', '');
  return new CallError('OFFLINE', offlineMessage, '');
}
