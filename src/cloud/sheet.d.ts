/** A spreadsheet that was chosen, and lies in the cloud now. */
export interface SheetHere {
  fileId: string;
  /** as its owner calls it */
  name: string;
}

/**
 * Lets somebody choose a spreadsheet and puts it into a folder of their own (`imports/ad-01`); undefined where they thought better of it.
 * Throws `CallError`: `OFFLINE` where it did not arrive, `DEVICE` where it is none, too large, or WeChat does not let them choose.
 * H5: from the disk. WeChat: out of a chat, which is where a phone has files.
 */
export function addSheet(folder: string): Promise<SheetHere | undefined>;
