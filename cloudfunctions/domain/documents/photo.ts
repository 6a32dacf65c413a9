/** 照片检查: a photo that WeChat is asked about, until it has answered. The `_id` is the hash of its cloud file id. */
export interface PhotoCheckDoc {
  _id: string;
  /** its cloud file id */
  photo: string;
  caseId: string;
  /** it came with the review of the case */
  isOfReview?: boolean;
  /** it is an agent's own, of no case: `caseId` is empty */
  isFace?: boolean;
  /** it shows what a paper of an item looks like, and is of no case: `caseId` is empty */
  isSample?: boolean;
  /** who put it there */
  by: string;
  at: number;
  /** when it is looked after next: to ask, to ask again, to give up, to do what the answer says */
  askAt: number;
  /** how often WeChat was asked */
  asked: number;
  /** by which WeChat's answer is known; told to nobody else */
  trace?: string;
  isRisky?: boolean;
}

/** 上传: places that were granted for photos, until it was looked which of them hang anywhere. The `_id` is `personId:requestId`. */
export interface UploadDoc {
  _id: string;
  digest: string;
  at: number;
  by: string;
  of: 'cases' | 'reviews' | 'papers' | 'faces' | 'samples';
  /** where they are to hang: a case, or by its code an item; a report or a complaint is not there yet */
  caseId?: string;
  /** in the cloud's storage */
  paths: string[];
  lookAt: number;
}
