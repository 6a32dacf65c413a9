/** 照片检查: a photo that WeChat is asked about, until it has answered. The `_id` is the hash of its cloud file id. */
export interface PhotoCheckDoc {
  _id: string;
  /** its cloud file id */
  photo: string;
  caseId: string;
  /** it came with the review of the case */
  isOfReview?: boolean;
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
